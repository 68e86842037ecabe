// What follows from a round is really done: in the state of the case, in the plan, and on the cards of those who must act.
import { expect, test } from 'vitest'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { endRounds, roundsOf, supersedeRounds } from '../../../../db/commands/shared/rounds.ts'
import { defaultCalendar } from '../../../../flows/casework/calendar.ts'
import { isOverdue } from '../../../../flows/casework/coverage.ts'
import type { Level } from '../../../../flows/casework/tables/level.ts'
import { held, performing, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { caseRow, pathOf, toldOf } from '../a-case.ts'
import { answered, answers, halfOf, roundNo } from './a-round.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const WALL = { what: '把墙退0.3米', due: '2026-12-20' }
const QUIET = { what: '22:30后不放音响', due: null }

type Owed = Parameters<typeof performing>[1]['owed']

/** Agreed; without a date to wait for it is in its time of revisits at once. */
async function agreed(owed: Owed, level: Level = 'YELLOW') {
  const [A, B] = [now().resident(), now().resident()]
  const id = await performing(now(), { from: A, joined: B, now: START, owed, told: wall() })
  await now().does(now().officer.at, START, async (books) => {
    const c = await held(books, id)
    const facts = { openDuties: 0, performance: 'proof' as const }
    if (owed.every(({ due }) => due === null))
      await mustAdvance(books, c, 'REVISITING', { roles: ['officer'], facts })
    await save(books, c, { level }, { quiet: true })
  })
  return { id, A, B }
}

type Said = Parameters<typeof answers>[0]
async function round(who: Awaited<ReturnType<typeof agreed>>, A: Said, B: Said, no = 1) {
  await answered(now(), { no, side: 'A', who: who.A, answers: answers(A) })
  await answered(now(), { no, side: 'B', who: who.B, answers: answers(B) })
}
const card = async () => (await toldOf(now(), now().officer.at, 'outcome')).at(-1)
const extras = async () => (await now().rows('rounds')).filter(({ why }) => why === 'extra')
const does = (notice: { buttons: { does: string }[] } | undefined) => notice?.buttons.map((one) => one.does)
const daysUntil = (row: { at?: unknown } | undefined, from: number) =>
  (Date.parse(new Date(Number(row?.at) + 8 * HOUR).toISOString().slice(0, 10)) -
    Date.parse(new Date(from + 8 * HOUR).toISOString().slice(0, 10))) /
  DAY
const ended = async (no: number) => Number((await roundNo(now(), no)).ended_at)

test('R-WATCH: one more round in seven days, and the officer hears why', async () => {
  const who = await agreed([QUIET])
  await round(who, { score: 2 }, {})
  const [extra, ...more] = await extras()
  expect(more).toEqual([])
  expect(extra).toMatchObject({ state: 'planned', mode: 'call' })
  expect(daysUntil(extra, await ended(1))).toBeGreaterThanOrEqual(7)
  expect(await card()).toMatchObject({ code: 'R-WATCH', surface: 20, todo: ['extraRound'] })
  expect(does(await card())).toEqual(['flag'])
})

test('R-SURFACE: somebody goes there, with a cadre or elder', async () => {
  const who = await agreed([QUIET])
  await round(who, {}, { score: 1, words: '看派出所面子，算了。' })
  const [extra] = await extras()
  expect(extra).toMatchObject({ state: 'planned', mode: 'visit' })
  // The third day has a round already.
  expect(daysUntil(extra, await ended(1))).toBe(2)
  expect(await card()).toMatchObject({ code: 'R-SURFACE', surface: 40, todo: ['visitWithCadre'] })
  expect(does(await card())).toEqual(['visit', 'flag'])
})

test('R-PARTIAL: it is asked again, and a change in writing is proposed', async () => {
  const who = await agreed([QUIET])
  // Nothing else is planned any more.
  await now().until(Number((await halfOf(now(), 1, 'A')).at))
  await now().does(now().officer.at, START + 3 * DAY, async (books) => {
    const c = await held(books, who.id)
    const later = (await roundsOf(books, c, ['planned'])).map(({ id }) => id)
    await endRounds(books, c, later, 'superseded')
  })
  await round(who, { theirs: 'part' }, { own: 'part', reason: '月底弄完' })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-PARTIAL', verdict: 'one-side-not-keeping' })
  expect(await card()).toMatchObject({ todo: ['supplement'] })
  expect(does(await card())).toEqual(['duty'])
  const planned = (await now().rows('rounds')).filter(({ state }) => state === 'planned')
  expect(planned).toMatchObject([{ why: 'extra', mode: 'call' }])
  expect(daysUntil(planned[0], await ended(1))).toBeGreaterThanOrEqual(7)
})

test('R-OVERDUE: a promise without a date is broken, and the case is in breach the same day', async () => {
  const who = await agreed([WALL, QUIET])
  await round(who, { theirs: 'none' }, { own: 'none' })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-OVERDUE', verdict: 'one-side-not-keeping' })
  expect(await caseRow(now(), who.id)).toMatchObject({ state: 'BREACHED' })
  expect(await card()).toMatchObject({ todo: ['urge'], remedies: ['court'] })
  const told = (await now().told(now().officer.at)).find(({ notice }) => notice.kind === 'outcome')
  expect(told?.at).toBe(await ended(1))
})

test('R-REFUSE: in breach before its day, with the ways on the card; the other side is not told what was said', async () => {
  const who = await agreed([WALL])
  await round(who, { theirs: 'notyet' }, { own: 'none', reason: '凭什么，休想' })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-REFUSE' })
  expect(await caseRow(now(), who.id)).toMatchObject({ state: 'BREACHED' })
  expect(await card()).toMatchObject({ todo: ['urge', 'refused'], remedies: ['court'] })
  expect(does(await card())).toEqual(['duty', 'refer'])
  await now().until((await ended(1)) + HOUR)
  const heard = (await now().told(who.A)).map(({ notice }) => notice.kind)
  expect(heard).not.toContain('notKept')
})

test('R-UNFAIR: the leader is told to send another mediator, and whom', async () => {
  const who = await agreed([QUIET])
  await round(who, {}, { freely: 'pressed' })
  expect(await toldOf(now(), now().leader.at, 'consentReview')).toMatchObject([
    {
      mediated: ['示例驻村民警甲'],
      suggested: '示例调解员',
      byOfficer: false,
      buttons: [{ does: 'contact' }],
    },
  ])
  expect(await toldOf(now(), now().officer.at, 'consentReview')).toEqual([])
  expect(await card()).toMatchObject({ code: 'R-UNFAIR', todo: ['consent', 'visitWithCadre'] })
  // Neither side hears that the other felt pressed.
  for (const side of [who.A, who.B])
    expect(JSON.stringify(await now().told(side))).not.toMatch(/consent|outcome/)
})

test('R-DECLINE at ORANGE: the village is asked how they are, and it is not taken for a visit', async () => {
  const who = await agreed([QUIET], 'ORANGE')
  await answered(now(), { no: 1, side: 'A', who: who.A })
  await answered(now(), { no: 1, side: 'B', who: who.B, outcome: 'declined', answers: null })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-DECLINE', verdict: 'one-side-silent' })
  expect(await card()).toMatchObject({ todo: ['askVillage'] })
  expect(await toldOf(now(), now().grid.at, 'howAreThey')).toHaveLength(1)
})

test('danger on one side overtakes the other: it was not asked, and has refused nothing', async () => {
  const who = await agreed([QUIET], 'ORANGE')
  await answered(now(), {
    no: 1,
    side: 'A',
    who: who.A,
    answers: answers({ safe: 'very', score: null }),
  })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'superseded', verdict: null })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'done', code: 'R-NEWRISK', verdict: 'danger' })
  expect(await caseRow(now(), who.id)).toMatchObject({ state: 'SCREENING', level: 'RED' })
  expect((await pathOf(now(), who.id)).slice(-2)).toEqual(['REOPENED', 'SCREENING'])
  expect((await now().rows('rounds')).some(({ state }) => state === 'waived')).toBe(false)
})

test('the week’s figure of the unvisited is that of coverage', async () => {
  const who = await agreed([QUIET])
  await answered(now(), { no: 1, side: 'A', who: who.A })
  const monday = at('2026-11-30', '09:00')
  await now().until(monday)
  const halves = (await now().rows('revisits')).map((row) => ({
    state: String(row.state),
    at: Number(row.at),
  }))
  const overdue = halves.filter((half) => isOverdue(half, monday, defaultCalendar)).length
  expect(await toldOf(now(), now().chief.at, 'digest')).toMatchObject([{ unvisited: overdue }])
  expect(overdue).toBe(1)
  await now().does(now().officer.at, monday, async (books) =>
    supersedeRounds(books, await held(books, who.id)),
  )
  await now().until(monday + 7 * DAY)
  expect((await toldOf(now(), now().chief.at, 'digest')).at(-1)).toMatchObject({ unvisited: 0 })
})
