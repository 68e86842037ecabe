// 三调联动 played through on the books: three are asked in their own chats, answer there, and are told; the sides too; nobody
// learns a word of either side.
import { expect, test } from 'vitest'
import { answerInvitation } from '../../../../db/commands/answer-invitation.ts'
import { changeJoint } from '../../../../db/commands/change-joint.ts'
import { moveDispute } from '../../../../db/commands/move-dispute.ts'
import { planJoint } from '../../../../db/commands/plan-joint.ts'
import { press } from '../../../../db/commands/press.ts'
import { recordJoint } from '../../../../db/commands/record-joint.ts'
import { recordMediation } from '../../../../db/commands/record-mediation.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { givenByWords } from '../../../../db/queries/givens/index.ts'
import { storyOf } from '../../../../db/queries/story.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import type { InvitationGiven } from '../../../../flows/invitation/commands.ts'
import type { PlanJoint } from '../../../../flows/joint/commands.ts'
import type { SitdownGiven } from '../../../../flows/sitdown/commands.ts'
import { held, wall } from '../../case.ts'
import { at, type Colleague, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { about, act, caseRow, mediating, toldOf } from '../a-case.ts'
import { joined } from './setup.ts'

const START = at('2026-11-25', '10:12')
const SITS = at('2026-11-28', '14:30')
const now = station(START)
/** Words of each side that must reach nobody who was asked. */
const CANARIES = ['金丝雀甲', '金丝雀乙', '13900000001']

type Cast = { id: string; cadre: Colleague; a: Address; b: Address }

/** ORANGE, being mediated; both sides in chat; a cadre of the village works here. */
async function scene(level: 'ORANGE' | 'YELLOW' = 'ORANGE', both = true): Promise<Cast> {
  const cadre = await now().hires('示例村支书', ['cadre'], ['jia'])
  const [a, b] = [now().resident(), now().resident()]
  const told = wall({ narrative: { text: `邻居修墙占了我家地，${CANARIES[0]}。`, files: [] } })
  const id = await mediating(now(), a, START, told)
  if (both) await joined(now(), id, b, START)
  await now().does(now().leader.at, START, async (books) => save(books, await held(books, id), { level }))
  return { id, cadre, a, b }
}

const plan = async (
  { id, cadre }: Cast,
  more: Partial<PlanJoint['with']> = {},
  who: Colleague = now().officer,
) =>
  act(now(), who, START + HOUR, planJoint, {
    ...(await about(now(), id)),
    police: [now().officer.person],
    cadres: [cadre.person],
    people: [now().mediator.person],
    why: null,
    guests: [],
    host: now().officer.person,
    day: '2026-11-28',
    time: '14:30',
    place: '示例甲村村委会',
    language: 'zh',
    interpreter: null,
    ...more,
  })

/** What a button opens, and the command that its flow makes of it. */
async function presses(who: Colleague, does: string, words: string | null, when = START + 2 * HOUR) {
  const card = (await toldOf(now(), who.at, 'jointInvited')).at(-1)
  const button = card?.buttons.find((one) => one.does === does)?.id ?? ''
  const opened = await act(now(), who, when, press, { button })
  if (!('given' in opened)) return opened
  const { invitation, asked } = opened.given as InvitationGiven
  const answers = { come: 'coming', cannot: 'cannot', otherTime: 'other-time' } as const
  const answer = answers[does as keyof typeof answers]
  return act(now(), who, when, answerInvitation, { invitation, asked, answer, words })
}

const invitations = async () =>
  (await now().rows('joint_invitations')).map(({ slot, answer, came }) => ({ slot, answer, came }))
/** The talks with the sides that are due by then. */
const talks = async (then: number) =>
  (await now().until(then)).flatMap(({ event, to }) =>
    event.flow === 'sitdown' ? [{ to, given: event.given as SitdownGiven }] : [],
  )

test('three chats answer: one comes, one cannot, one wants another time; asked anew, reminded, held, counted', async () => {
  const cast = await scene()
  const { id, cadre, a, b } = cast
  const { officer, mediator, leader } = now()
  expect(await plan(cast)).toEqual({ number: 'RD-2026-0001', at: SITS, told: 4, phone: [] })
  expect(await plan(cast)).toMatchObject({ refused: 'planned' })
  // Number, level, category, village, time and place; and three buttons that only they may press.
  const [card] = await toldOf(now(), cadre.at, 'jointInvited')
  expect(card).toMatchObject({
    facts: { number: 'RD-2026-0001', level: 'ORANGE', village: '示例甲村' },
    at: SITS,
    place: '示例甲村村委会',
    moved: false,
    buttons: [{ does: 'come' }, { does: 'cannot' }, { does: 'otherTime' }],
  })
  // Who planned it needs not be asked; the leader hears of it.
  expect(await toldOf(now(), officer.at, 'jointInvited')).toEqual([])
  expect((await toldOf(now(), leader.at, 'next')).at(-1)).toMatchObject({
    due: SITS,
    buttons: [{ does: 'joint' }],
  })

  expect(await presses(cadre, 'otherTime', '周日才回村')).toMatchObject({ number: 'RD-2026-0001' })
  expect((await toldOf(now(), officer.at, 'jointWho')).at(-1)).toMatchObject({
    otherTime: [{ zh: '示例村支书' }],
    silent: [{ zh: '示例调解员' }, { zh: '甲方' }, { zh: '乙方' }],
    missing: ['cadre'],
  })
  expect(await presses(mediator, 'cannot', '县里开会')).toMatchObject({ number: 'RD-2026-0001' })
  expect((await toldOf(now(), officer.at, 'jointWho')).at(-1)).toMatchObject({
    cannot: [{ zh: '示例调解员' }],
    missing: ['cadre', 'people'],
  })

  // Each side alone, in its own chat: when, where, who by what they are.
  const asked = await talks(START + 2 * HOUR)
  expect(asked.map(({ to }) => to.id).toSorted()).toEqual([a.id, b.id].toSorted())
  expect(asked[0]?.given).toMatchObject({
    at: SITS,
    place: '示例甲村村委会',
    forces: ['police', 'cadre', 'people'],
  })
  const first = asked.find(({ to }) => to.id === a.id)?.given
  if (!first) throw new Error('party A was not asked')
  const sideA = { invitation: first.invitation, asked: first.asked, answer: 'coming' as const, words: null }
  // A side answers for itself, and a stranger for nobody.
  expect(await act(now(), b, START + 2 * HOUR, answerInvitation, sideA)).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await act(now(), now().other, START + 2 * HOUR, answerInvitation, sideA)).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await act(now(), a, START + 2 * HOUR, answerInvitation, sideA)).toMatchObject({
    number: 'RD-2026-0001',
  })
  const given = { ...sideA, invitation: asked.find(({ to }) => to.id === b.id)?.given.invitation ?? '' }
  const wish = { ...given, answer: 'other-time' as const, words: `${CANARIES[1]}，周日行` }
  expect(await act(now(), b, START + 2 * HOUR, answerInvitation, wish)).toMatchObject({
    number: 'RD-2026-0001',
  })

  // Another time: everybody is asked anew, and an answer to the first is none to the second.
  const seen = await now().does(officer.at, START + 3 * HOUR, (books) =>
    givenByWords(books, 'joint', 'RD-2026-0001'),
  )
  expect(JSON.stringify(seen)).toContain('周日才回村')
  const meeting = String((await now().rows('joint_meetings'))[0]?.id)
  const change = {
    meeting,
    change: 'move' as const,
    day: '2026-11-29',
    time: '10:00',
    place: null,
    reason: null,
  }
  const later = at('2026-11-29', '10:00')
  expect(
    await act(now(), officer, START + 3 * HOUR, changeJoint, { ...(await about(now(), id)), ...change }),
  ).toMatchObject({ at: later, told: 4 })
  expect(await presses(mediator, 'come', null, START + 3 * HOUR)).toMatchObject({ number: 'RD-2026-0001' })
  const [old] = await toldOf(now(), cadre.at, 'jointInvited')
  const stale = old?.buttons.find(({ does }) => does === 'come')?.id ?? ''
  expect(await act(now(), cadre, START + 3 * HOUR, press, { button: stale })).toMatchObject({
    refused: 'moved-on',
  })
  expect(await act(now(), a, START + 3 * HOUR, answerInvitation, sideA)).toMatchObject({
    refused: 'moved-on',
  })
  // By words, in a chat that may not see the case.
  const typed = await now().does(cadre.at, START + 4 * HOUR, (books) =>
    givenByWords(books, 'coming', 'RD-2026-0001'),
  )
  const { invitation, asked: when } = (typed as unknown as { given: InvitationGiven }).given
  await act(now(), cadre, START + 4 * HOUR, answerInvitation, {
    invitation,
    asked: when,
    answer: 'coming',
    words: null,
  })
  const hidden = await now().does(cadre.at, START + 4 * HOUR, (books) =>
    givenByWords(books, 'show', 'RD-2026-0001'),
  )
  expect(hidden).toMatchObject({ refused: 'no-such-case' })
  const again = await talks(START + 4 * HOUR)
  expect(again.every(({ given: { moved } }) => moved)).toBe(true)

  // The evening before: all are reminded, the host hears who comes.
  await now().until(later - DAY)
  expect(await toldOf(now(), cadre.at, 'jointReminder')).toEqual([])
  await now().until(at('2026-11-28', '18:00'))
  for (const who of [cadre.at, mediator.at])
    expect(await toldOf(now(), who, 'jointReminder')).toMatchObject([{ at: later }])
  for (const side of [a, b]) expect(await toldOf(now(), side, 'jointSoon')).toMatchObject([{ at: later }])
  const [eve] = (await toldOf(now(), officer.at, 'jointWho')).slice(-1)
  expect(eve?.coming.map(({ zh }) => zh).toSorted()).toEqual(
    ['示例驻村民警甲', '示例村支书', '示例调解员'].toSorted(),
  )
  expect(eve).toMatchObject({ silent: [{ zh: '甲方' }, { zh: '乙方' }], missing: [] })

  // Over: the host is asked for the record, every day, until it is there.
  const early = { meeting, came: [], sides: [], result: 'absent', summary: null, reason: null } as const
  const none = { remediesTold: null, photos: null }
  expect(
    await act(now(), officer, later - HOUR, recordJoint, {
      ...(await about(now(), id)),
      ...early,
      ...none,
      sides: [],
      came: [],
    }),
  ).toMatchObject({ refused: 'early' })
  await now().until(later + DAY + 4 * HOUR)
  expect(await toldOf(now(), officer.at, 'jointRecord')).toMatchObject([{ at: later }, { at: later }])
  const rows = await now().rows('joint_invitations')
  const staff = rows.filter(({ person_id: person }) => person !== null).map((row) => String(row.id))
  expect(
    await act(now(), officer, later + DAY + 4 * HOUR, recordJoint, {
      ...(await about(now(), id)),
      ...none,
      meeting,
      came: staff,
      sides: ['A', 'B'],
      result: 'agreed',
      summary: '双方说好了',
      reason: null,
    }),
  ).toMatchObject({ state: 'MEDIATING', threeForce: true })
  expect(await now().rows('mediations')).toMatchObject([
    { no: 1, result: 'agreed', helpers: expect.any(Array) },
  ])
  expect((await now().rows('mediations'))[0]?.helpers).toHaveLength(3)
  expect((await invitations()).every(({ came }) => came)).toBe(true)
  expect(await now().waits('joint')).toEqual([])
  expect(await now().rows('joint_meetings')).toMatchObject([
    { state: 'held', result: 'agreed', present: ['A', 'B'] },
  ])

  // Canaries: what either side said reached nobody who was asked, and nothing of it is open in the tables.
  for (const who of [cadre, mediator]) {
    const told = JSON.stringify(await now().told(who.at))
    for (const word of CANARIES) expect(told).not.toContain(word)
  }
  for (const side of [a, b])
    expect(JSON.stringify(await now().told(side))).not.toContain(CANARIES[side === a ? 1 : 0])
  const kept = JSON.stringify([await now().rows('joint_meetings'), rows, await now().rows('audit')])
  for (const word of [...CANARIES, '村委会', '周日']) expect(kept).not.toContain(word)
  const story = await now().does(leader.at, later + 2 * DAY, (books) => storyOf(books, 'RD-2026-0001'))
  const log = JSON.stringify(story?.log)
  for (const words of ['约联合调解：11月29日 10:00', '示例村支书', '警力、干部、民力都到了', '双方说好了'])
    expect(log).toContain(words)
})

test('a guest only with the consent of both; a force that is missing only with a reason; an interpreter for two languages', async () => {
  const cast = await scene()
  const guest = (consents: ('A' | 'B')[]) => ({
    guests: [{ name: '示例老村长', relation: 'respected' as const, consents }],
  })
  expect(await plan(cast, guest(['A']))).toMatchObject({ refused: 'consent' })
  expect(await plan(cast, guest([]))).toMatchObject({ refused: 'consent' })
  expect(await plan(cast, { cadres: [] })).toMatchObject({ refused: 'guard' })
  expect(await plan(cast, { language: 'both' })).toMatchObject({ refused: 'guard' })
  expect(await plan(cast, { day: '2026-11-25', time: '09:00' })).toMatchObject({ refused: 'past' })
  expect(await plan(cast, { day: '', time: '' })).toMatchObject({ refused: 'past' })
  // Everybody sits for the force that they are of, and who leads the talk handles the case.
  expect(await plan(cast, { people: [cast.cadre.person] })).toMatchObject({ refused: 'wrong-person' })
  expect(await plan(cast, { host: cast.cadre.person })).toMatchObject({ refused: 'wrong-host' })
  expect(await plan(cast, {}, now().mediator)).toMatchObject({ refused: 'no-such-case' })
  expect(await now().rows('joint_meetings')).toEqual([])
  expect(await toldOf(now(), cast.cadre.at, 'jointInvited')).toEqual([])
  const held = await plan(cast, {
    ...guest(['A', 'B']),
    cadres: [],
    why: '干部都去县里开会',
    language: 'both',
    interpreter: now().grid.person,
  })
  expect(held).toMatchObject({ at: SITS })
  expect(await invitations()).toHaveLength(6)
  // The guest is the officer's to invite; the books write to nobody from outside.
  expect(await toldOf(now(), now().officer.at, 'jointPhone')).toMatchObject([
    { sides: [], guests: 1, why: 'asked' },
  ])
  expect(await toldOf(now(), now().grid.at, 'jointInvited')).toHaveLength(1)
  expect(JSON.stringify(await now().rows('joint_invitations'))).not.toContain('示例老村长')
})

test('who is not in chat is phoned, and their answer noted; all have answered, and the host hears so', async () => {
  const cast = await scene('YELLOW', false)
  const { officer, mediator, leader } = now()
  expect(await plan(cast, { host: leader.person }, officer)).toMatchObject({ phone: ['B'] })
  expect(await toldOf(now(), officer.at, 'jointPhone')).toMatchObject([{ sides: ['B'], guests: 0 }])
  // The leader was asked to lead the talk.
  for (const who of [cast.cadre, mediator, leader]) await presses(who, 'come', null)
  const rows = await now().rows('joint_invitations')
  for (const side of ['A', 'B']) {
    const one = String(rows.find((row) => row.side === side)?.id)
    const noted = { invitation: one, asked: null, answer: 'coming' as const, words: null }
    expect(await act(now(), officer, START + 3 * HOUR, answerInvitation, noted)).toMatchObject({ at: SITS })
  }
  expect((await toldOf(now(), leader.at, 'jointWho')).at(-1)).toMatchObject({
    cannot: [],
    silent: [],
    missing: [],
  })
  // One side stays away: nothing was mediated, and it does not count.
  const meeting = String((await now().rows('joint_meetings'))[0]?.id)
  const came = {
    meeting,
    came: rows.map((row) => String(row.id)),
    reason: null,
    remediesTold: null,
    photos: null,
  }
  const absent = { ...came, sides: ['A' as const], result: 'absent' as const, summary: null }
  const talked = { ...absent, result: 'agreed' as const }
  const when = SITS + HOUR
  expect(
    await act(now(), leader, when, recordJoint, { ...(await about(now(), cast.id)), ...talked }),
  ).toMatchObject({ refused: 'guard' })
  expect(
    await act(now(), leader, when, recordJoint, { ...(await about(now(), cast.id)), ...absent }),
  ).toMatchObject({ state: 'MEDIATING', threeForce: false })
  expect(await now().rows('mediations')).toEqual([])
})

test('called off, by hand or because the case went elsewhere: everybody is told, and nobody comes for nothing', async () => {
  const cast = await scene()
  const { id, cadre, a, b } = cast
  const { officer, mediator, leader } = now()
  await plan(cast)
  const meeting = String((await now().rows('joint_meetings'))[0]?.id)
  const off = { meeting, change: 'cancel' as const, day: null, time: null, place: null }
  const given = async (reason: string) => ({ ...(await about(now(), id)), ...off, reason })
  expect(await act(now(), officer, START + 2 * HOUR, changeJoint, await given(' '))).toMatchObject({
    refused: 'guard',
  })
  await act(now(), officer, START + 2 * HOUR, changeJoint, await given('乙方住院，金丝雀乙'))
  for (const who of [cadre.at, mediator.at])
    expect(await toldOf(now(), who, 'jointCancelled')).toHaveLength(1)
  for (const side of [a, b]) expect(await toldOf(now(), side, 'jointOff')).toHaveLength(1)
  expect(JSON.stringify(await now().told(cadre.at))).not.toContain('金丝雀')
  expect(await presses(cadre, 'come', null, START + 2 * HOUR)).toMatchObject({ refused: 'over' })
  expect(await now().waits('joint')).toEqual([])
  // Planned again, and then danger comes.
  expect(await plan(cast)).toMatchObject({ at: SITS })
  const danger = { to: 'EMERGENCY', reason: '他又来砸门', remediesTold: null, bothAgree: null }
  await act(now(), leader, START + 3 * HOUR, moveDispute, { ...(await about(now(), id)), ...danger })
  await now().until(START + 3 * HOUR + MINUTE)
  expect(await toldOf(now(), mediator.at, 'jointCancelled')).toHaveLength(2)
  expect(await now().rows('joint_meetings')).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
})

test('officers lead, a complaint about the police, a matter for the government: nobody is asked', async () => {
  const cast = await scene()
  const set = (category: string) =>
    now().does(now().chief.at, START, async (books) => {
      const c = await held(books, cast.id)
      await save(
        books,
        c,
        { category, facts: { ...c.row.facts, category: category as 'NB-WL' } },
        { quiet: true },
      )
    })
  for (const [category, refused] of [
    ['MF-DV', 'officer-led'],
    ['AD-PO', 'restricted'],
    ['LF-BD', 'boundary'],
  ] as const) {
    await set(category)
    expect(await plan(cast), category).toMatchObject({ refused })
    const opened = await now().does(now().officer.at, START, (books) =>
      givenByWords(books, 'joint', 'RD-2026-0001'),
    )
    expect(opened, category).toMatchObject({ refused })
  }
  expect(await now().rows('joint_invitations')).toEqual([])
  // Back to what may be talked over: a session of the ordinary kind meanwhile changes nothing here.
  await set('NB-WL')
  expect(await plan(cast)).toMatchObject({ at: SITS })
  const session = {
    place: null,
    helpers: [],
    summary: '谈过',
    reason: null,
    resumeOn: null,
    remediesTold: null,
    photos: null,
  }
  await act(now(), now().officer, START + HOUR, recordMediation, {
    ...(await about(now(), cast.id)),
    ...session,
    result: 'again',
  })
  expect(await caseRow(now(), cast.id)).toMatchObject({ state: 'MEDIATING' })
  expect(await now().rows('joint_meetings')).toMatchObject([{ state: 'planned' }])
})
