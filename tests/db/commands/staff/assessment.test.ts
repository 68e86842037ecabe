// 研判会 on real books: the weekly and the daily row, a festival, a meeting nobody held, what is decided and by whom, 不放心 to its end.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assessCase } from '../../../../db/commands/assess-case.ts'
import { beginAssessment } from '../../../../db/commands/begin-assessment.ts'
import { carryOutDecision } from '../../../../db/commands/carry-out-decision.ts'
import { open } from '../../../../db/commands/open.ts'
import { press } from '../../../../db/commands/press.ts'
import { settleUnease } from '../../../../db/commands/settle-unease.ts'
import { noSuchCase } from '../../../../db/commands/shared/refusal.ts'
import { voiceUnease } from '../../../../db/commands/voice-unease.ts'
import { writeWorkPlan } from '../../../../db/commands/write-work-plan.ts'
import { awaitStanding } from '../../../../db/dues/standing.ts'
import { calendarDays, disputes } from '../../../../db/schema/index.ts'
import type { AssessCaseGiven } from '../../../../flows/assesscase/commands.ts'
import type { Opened } from '../../../../flows/core/desk-commands.ts'
import type { Notice } from '../../../../flows/notices/notice.ts'
import { mediating, report, wall } from '../../case.ts'
import { at, type Colleague, DAY, HOUR, onServer, station } from '../../station.ts'
import { about, act, caseRow, dueKeys, toldOf } from '../a-case.ts'
import { recategorised } from './setup.ts'

const START = at('2026-11-25', '10:12')
const MONDAY = at('2026-11-30', '09:00')
const now = station(START)
const onPostgres = station(START, onServer)

const awaits = (here = now()) => here.does(here.chief.at, START, awaitStanding)
const set = (id: string, change: Partial<typeof disputes.$inferInsert>) =>
  now().does(now().chief.at, START, (books) =>
    books.tx.update(disputes).set(change).where(eq(disputes.id, id)),
  )
const newCase = async (more: Partial<typeof disputes.$inferInsert> = {}, told = wall()): Promise<string> => {
  const id = await mediating(now(), now().resident(), START, told)
  await set(id, more)
  return id
}
const buttonOf = (notice: Notice | undefined): string => {
  const [button] = notice && 'buttons' in notice ? notice.buttons : []
  if (!button) throw new Error('no button')
  return button.id
}

/** Begins it, and returns the case that is asked for first. */
async function begin(
  who: Colleague,
  when: number,
  attendees: string[] = [],
  assessment: string | null = null,
) {
  const result = await act(now(), who, when, beginAssessment, { assessment, attendees })
  if ('refused' in result) throw new Error(result.refused)
  return result
}
const caseIn = (asked: Opened | undefined): AssessCaseGiven => {
  if (asked?.flow !== 'assesscase') throw new Error('no case is asked for')
  return asked.given as unknown as AssessCaseGiven
}
const nothing = { reason: null, decision: null, owner: null, due: null, ease: null }
type Said = Partial<Parameters<typeof assessCase>[1]>
const says = (who: Colleague, when: number, { entry, rev }: AssessCaseGiven, more: Said) =>
  act(now(), who, when, assessCase, { entry, rev, what: 'keep', ...nothing, ...more })
const sure = { decision: '上门一趟', due: '2026-12-05' }
const entries = async (state: string) =>
  (await now().rows('assessed_cases')).filter((one) => one.state === state)

test('every Monday the chief gets the agenda, those whose cases they are an invitation, and begins by the button', async () => {
  const { chief, leader, officer, mediator } = now()
  await newCase({ level: 'ORANGE', targetAt: START + 40 * DAY })
  await awaits()
  await now().until(MONDAY - 2 * 60_000)
  expect(await now().rows('assessments')).toEqual([])
  await now().until(MONDAY)
  const [card] = await toldOf(now(), chief.at, 'assessmentDue')
  expect(card).toMatchObject({
    meeting: 'weekly',
    at: MONDAY + HOUR,
    levels: { ORANGE: 1, RED: 0 },
    when: 'now',
  })
  for (const who of [leader, officer])
    expect(await toldOf(now(), who.at, 'assessmentCall')).toMatchObject([{ at: MONDAY + HOUR, cases: 1 }])
  expect(await toldOf(now(), mediator.at, 'assessmentCall')).toEqual([])

  const opened = (await act(now(), chief, MONDAY + HOUR, press, { button: buttonOf(card) })) as Opened
  expect(opened).toMatchObject({
    flow: 'assessment',
    given: { kind: 'weekly', goesOn: false, cases: { ORANGE: 1 } },
  })
  const { assessment } = opened.given as { assessment: string }
  const begun = await begin(chief, MONDAY + HOUR, [officer.person, leader.person], assessment)
  expect(caseIn(begun.asksOn)).toMatchObject({
    why: ['orange', 'review'],
    days: 4,
    uneasy: false,
    at: 1,
    of: 1,
  })
  expect(
    caseIn(begun.asksOn)
      .owners.slice(0, 2)
      .map(({ id }) => id),
  ).toEqual([officer.person, leader.person])
  // In the evening it is not called missed: it has begun, and what is left is asked for.
  await now().until(at('2026-11-30', '18:00'))
  expect((await toldOf(now(), chief.at, 'assessmentDue')).map(({ when }) => when)).toEqual([
    'now',
    'unfinished',
  ])
  await now().until(at('2026-12-05', '09:00'))
  // After some days it ends by itself, and its case is the next one's.
  expect(await entries('left')).toHaveLength(1)
  expect(await toldOf(now(), officer.at, 'minutes')).toMatchObject([{ no: 1, cases: [] }])
  await now().until(MONDAY + 7 * DAY)
  const next = await begin(chief, MONDAY + 7 * DAY, [], null)
  expect(caseIn(next.asksOn).why).toContain('left')
})

test('nobody holds it: reminded in the evening, missed the next morning, told to the chief', async () => {
  const { chief } = now()
  await newCase({ level: 'ORANGE' })
  await awaits()
  await now().until(at('2026-12-01', '09:00'))
  expect((await toldOf(now(), chief.at, 'assessmentDue')).map(({ when }) => when)).toEqual(['now', 'evening'])
  expect(await toldOf(now(), chief.at, 'assessmentMissed')).toMatchObject([{ meeting: 'weekly', cases: 1 }])
  expect(await now().rows('assessments')).toMatchObject([{ state: 'missed' }])
  const [card] = await toldOf(now(), chief.at, 'assessmentDue')
  expect(await act(now(), chief, at('2026-12-01', '09:30'), press, { button: buttonOf(card) })).toMatchObject(
    {
      refused: 'meeting-over',
    },
  )
  await now().until(MONDAY + 7 * DAY)
  expect(new Set((await now().rows('assessments')).map(({ state }) => state))).toEqual(
    new Set(['missed', 'planned']),
  )
})

test('daily while a case is RED, the RED ones only; before a festival all of them', async () => {
  const { chief } = now()
  const red = await newCase({ level: 'RED' })
  await newCase({ level: 'ORANGE' })
  await now().does(chief.at, START, async (books) => {
    const day = { stationId: books.station.id, zh: '赛马节', en: 'Horse race', by: 'admin', at: START }
    await books.tx.insert(calendarDays).values({ ...day, day: '2026-12-04', kind: 'festival' })
  })
  await awaits()
  await now().until(at('2026-11-27', '09:00'))
  const cards = (await toldOf(now(), chief.at, 'assessmentDue')).filter(({ when }) => when === 'now')
  expect(cards).toMatchObject([
    { meeting: 'daily', levels: { RED: 1, ORANGE: 0 } },
    { meeting: 'festival', levels: { RED: 1, ORANGE: 1 } },
  ])
  await set(red, { level: 'YELLOW' })
  await now().until(at('2026-11-28', '09:00'))
  expect(new Set((await now().rows('assessments')).map(({ kind }) => kind))).toEqual(
    new Set(['daily', 'festival']),
  )
  expect(await now().rows('assessments')).toHaveLength(2)
})

test('a station where nothing is to be looked at is left in peace, and nobody but a leader calls a meeting', async () => {
  const { chief, officer, leader } = now()
  await awaits()
  await now().until(MONDAY + 14 * DAY)
  expect(await now().rows('assessments')).toEqual([])
  const asked = { flow: 'assessment', number: null }
  expect(await act(now(), chief, MONDAY, open, asked)).toMatchObject({ refused: 'nothing-to-assess' })
  expect(await act(now(), officer, MONDAY, open, asked)).toEqual(noSuchCase())
  await newCase({ level: 'ORANGE' })
  expect(await act(now(), leader, MONDAY, open, asked)).toMatchObject({ given: { kind: 'called' } })
  expect(await act(now(), officer, MONDAY, beginAssessment, { assessment: null, attendees: [] })).toEqual(
    noSuchCase(),
  )
})

test('raised, and a wish to lower that is not theirs to grant; what is decided outlives a stop', async () => {
  const { leader, officer, other } = now()
  const red = await newCase({ level: 'RED', levelAt: START - 30 * DAY, number: 'RD-2026-0101' })
  const orange = await newCase({ level: 'ORANGE', number: 'RD-2026-0102' })
  await newCase({ level: 'ORANGE', number: 'RD-2026-0103', updatedAt: START + HOUR })
  const when = START + DAY
  const first = caseIn((await begin(leader, when, [officer.person, other.person])).asksOn)
  expect(first.number).toBe('RD-2026-0101')
  const done = await says(leader, when, first, {
    what: 'lower',
    reason: '平静一个月了',
    owner: officer.person,
    ...sure,
  })
  expect(done).toMatchObject({ level: 'RED', notDone: { zh: '只有所长可以降低红级。' }, left: 2 })
  expect(await caseRow(now(), red)).toMatchObject({ level: 'RED' })
  const second = caseIn('asksOn' in done ? done.asksOn : undefined)
  const raised = await says(leader, when, second, {
    what: 'raise',
    reason: '又吵了两次',
    owner: leader.person,
    ...sure,
  })
  expect(raised).toMatchObject({ level: 'RED', notDone: null, left: 1 })
  const third = caseIn('asksOn' in raised ? raised.asksOn : undefined)
  expect(await says(leader, when, third, { what: 'stop' })).not.toHaveProperty('asksOn')

  const kept = await entries('decided')
  expect(kept.map((one) => [one.level_before, one.level_after, one.owner_id])).toEqual([
    ['RED', 'RED', officer.person],
    ['ORANGE', 'RED', leader.person],
  ])
  expect(JSON.stringify(kept)).not.toContain('上门')
  const [card] = await toldOf(now(), officer.at, 'decided')
  expect(card).toMatchObject({ when: 'new', facts: { number: 'RD-2026-0101' } })
  expect(JSON.stringify(card)).not.toContain('上门')
  // Another day it goes on with what was not reached, and then it is over.
  const later = when + DAY
  const asked = { flow: 'assessment', number: null }
  expect(await act(now(), leader, later, open, asked)).toMatchObject({
    given: { goesOn: true, cases: { ORANGE: 1 } },
  })
  const [meeting] = await now().rows('assessments')
  const on = caseIn((await begin(leader, later, [], String(meeting?.id))).asksOn)
  expect(on.number).toBe('RD-2026-0103')
  const end = await says(leader, later, on, { what: 'skip' })
  expect(end).toMatchObject({ minutes: { decided: 2, raised: 1, lowered: 0, left: 1 } })
  expect(await toldOf(now(), officer.at, 'minutes')).toMatchObject([
    { cases: [{ from: 'RED', to: 'RED' }, { to: 'RED' }] },
  ])
  // Somebody of another village sees none of them.
  expect(await toldOf(now(), other.at, 'minutes')).toMatchObject([{ cases: [] }])
  const story = await now().store.desk.story(officer.at, 'RD-2026-0101', later)
  const told = story?.log.find(({ what }) => what.zh.includes('研判会'))
  expect(told).toMatchObject({ what: { zh: '第1次研判会：红级不动' } })
  expect(JSON.stringify(told?.text)).toMatch(/上门一趟.*想降一级，没有改；理由：平静一个月了/)
  expect(await now().store.desk.story(other.at, 'RD-2026-0101', later)).toBeNull()
  expect(await caseRow(now(), orange)).toMatchObject({ level: 'RED' })
})

test('the chief lowers RED after calm days with a reason; not before, and not without', async () => {
  const { chief, officer } = now()
  const calm = await newCase({
    level: 'RED',
    levelAt: START - 8 * DAY,
    number: 'RD-2026-0201',
    updatedAt: START - DAY,
  })
  const others = wall({ name: '丙方', phone: '13900000009', counterpart: '丁方' })
  const fresh = await newCase({ level: 'RED', levelAt: START, number: 'RD-2026-0202' }, others)
  const when = START + DAY
  const first = caseIn((await begin(chief, when)).asksOn)
  const wish = { what: 'lower' as const, owner: officer.person, ...sure }
  const empty = await says(chief, when, first, { ...wish, reason: ' ' })
  expect(empty).toMatchObject({ again: { en: expect.stringContaining('missing') } })
  const past = await says(chief, when, first, { ...wish, reason: '平静', due: '2026-11-01' })
  expect(past).toMatchObject({ again: { en: expect.stringContaining('past') } })
  expect(await entries('decided')).toEqual([])
  const lowered = await says(chief, when, first, { ...wish, reason: '平静九天了' })
  expect(lowered).toMatchObject({ number: 'RD-2026-0201', level: 'ORANGE', notDone: null })
  const second = caseIn('asksOn' in lowered ? lowered.asksOn : undefined)
  expect(await says(chief, when, second, { ...wish, reason: '平静一天了' })).toMatchObject({
    level: 'RED',
    notDone: { zh: '要先平静满7天才能降级。' },
    minutes: { decided: 2, lowered: 1, raised: 0 },
  })
  expect([(await caseRow(now(), calm)).level, (await caseRow(now(), fresh)).level]).toEqual(['ORANGE', 'RED'])
  const audited = await now().rows('audit')
  expect(audited.filter(({ action }) => action === 'assessed')).toHaveLength(2)
  expect(JSON.stringify(audited)).not.toMatch(/平静|上门/)
})

test('a case that moved on is asked again as it is now; one that may be seen by nobody else is not asked of them', async () => {
  const { chief, officer, other } = now()
  const id = await newCase({ level: 'ORANGE' })
  const when = START + DAY
  const first = caseIn((await begin(chief, when)).asksOn)
  await set(id, { rev: first.rev + 1 })
  const moved = await says(chief, when, first, { owner: officer.person, ...sure })
  expect(moved).toMatchObject({
    again: { zh: expect.stringContaining('有了变化') },
    asksOn: { given: { rev: first.rev + 1 } },
  })
  const again = caseIn('asksOn' in moved ? moved.asksOn : undefined)
  expect(again.owners.map((one) => one.id)).not.toContain(other.person)
  expect(await says(chief, when, again, { owner: other.person, ...sure })).toMatchObject({
    again: { zh: expect.stringContaining('看不到') },
  })
  expect(await says(officer, when, again, { owner: officer.person, ...sure })).toEqual(noSuchCase())
  expect(await entries('decided')).toEqual([])
})

test('what officers lead is not talked about before those who may not know of it', async () => {
  const { chief, officer, other } = now()
  const apart = await newCase({ level: 'ORANGE' }, report({ narrative: { text: '打人', files: [] } }))
  await recategorised(now(), apart, 'SC-BU', START)
  await newCase({ level: 'ORANGE', number: 'RD-2026-0302' })
  const when = START + DAY
  const before = await begin(chief, when, [other.person])
  expect(before).toMatchObject({ cases: 1, apart: 1 })
  expect(caseIn(before.asksOn).number).toBe('RD-2026-0302')
  await says(chief, when, caseIn(before.asksOn), { what: 'skip' })
  // With its own officer alone it is on the agenda.
  const alone = await begin(chief, when + HOUR, [officer.person])
  expect(alone).toMatchObject({ cases: 2, apart: 0 })
})

test('what is decided is reminded of, is overdue to the leader, and is done in a sentence', async () => {
  const { chief, leader, officer, other } = now()
  const id = await newCase({ level: 'ORANGE', number: 'RD-2026-0401' })
  const when = at('2026-11-30', '10:00')
  const first = caseIn((await begin(chief, when)).asksOn)
  await says(chief, when, first, { owner: officer.person, decision: '找双方再谈', due: '2026-12-04' })
  const whens = async (to: Colleague) => (await toldOf(now(), to.at, 'decided')).map((one) => one.when)
  await now().until(at('2026-12-03', '09:00'))
  expect(await whens(officer)).toEqual(['new', 'tomorrow'])
  await now().until(at('2026-12-05', '09:00'))
  expect([await whens(officer), await whens(leader)]).toEqual([['new', 'tomorrow', 'late'], ['late']])
  const late = caseIn((await begin(chief, at('2026-12-05', '10:00'))).asksOn)
  expect(late.why).toContain('decision-late')
  const [card] = (await toldOf(now(), officer.at, 'decided')).slice(-1)
  const opened = (await act(now(), officer, at('2026-12-05', '11:00'), press, {
    button: buttonOf(card),
  })) as Opened
  expect(opened).toMatchObject({
    flow: 'decision',
    given: { owed: [{ number: 'RD-2026-0401', decision: '找双方再谈' }] },
  })
  const entry = first.entry
  expect(
    await act(now(), other, at('2026-12-05', '11:00'), carryOutDecision, { entry, words: '办了' }),
  ).toEqual(noSuchCase())
  expect(
    await act(now(), other, at('2026-12-05', '11:00'), open, { flow: 'decision', number: 'RD-2026-0401' }),
  ).toEqual(noSuchCase())
  await act(now(), officer, at('2026-12-05', '11:00'), carryOutDecision, { entry, words: '谈过了，都答应' })
  expect(await entries('done')).toHaveLength(1)
  expect(await dueKeys(now(), 'decision')).toEqual([])
  await now().until(at('2026-12-20'))
  expect(await whens(officer)).toHaveLength(3)
  const story = await now().store.desk.story(chief.at, 'RD-2026-0401', at('2026-12-20'))
  expect(JSON.stringify(story?.log)).toContain('谈过了，都答应')
  expect(await caseRow(now(), id)).toMatchObject({ level: 'ORANGE' })
})

test('a decision on a case that has ended is shown done by the case', async () => {
  const { chief, officer } = now()
  const id = await newCase({ level: 'ORANGE' })
  const first = caseIn((await begin(chief, START + DAY)).asksOn)
  await says(chief, START + DAY, first, { owner: officer.person, ...sure })
  await set(id, { state: 'CLOSED' })
  await awaits()
  await now().until(START + 2 * DAY)
  expect(await entries('done')).toHaveLength(1)
})

/** An officer is uneasy; the plan is owed, late, written; a leader is at ease again. */
async function unease(here: ReturnType<typeof now>): Promise<void> {
  const { officer, leader, chief } = here
  const id = await mediating(here, here.resident(), START)
  const when = START + HOUR
  const reason = '乙方眼神不对'
  expect(
    await act(here, officer, when, voiceUnease, { ...(await about(here, id)), reason: ' ' }),
  ).toMatchObject({ refused: 'no-reason' })
  const raised = await act(here, officer, when, voiceUnease, { ...(await about(here, id)), reason })
  expect(raised).toMatchObject({ level: 'ORANGE', planDue: when + DAY })
  const row = await caseRow(here, id)
  expect([row.level, Number(row.uneasy_at)]).toEqual(['ORANGE', when])
  const [mine] = await toldOf(here, officer.at, 'uneasy')
  expect(mine).toMatchObject({
    from: 'YELLOW',
    facts: { level: 'ORANGE' },
    due: when + DAY,
    buttons: [{ does: 'writePlan' }],
  })
  for (const to of [leader, chief])
    expect(await toldOf(here, to.at, 'uneasy')).toMatchObject([{ buttons: [] }])
  expect(await toldOf(here, officer.at, 'raised')).toEqual([])
  // Late: to the officer and the leader, every day.
  await here.until(when + 2 * DAY)
  for (const to of [officer, leader])
    expect(
      (await here.told(to.at)).filter(({ notice }) => notice.kind === 'workPlanLate').map((one) => one.at),
    ).toEqual([when + DAY, when + 2 * DAY])
  const later = when + 2 * DAY + HOUR
  const opened = (await act(here, officer, later, press, { button: buttonOf(mine) })) as Opened
  expect(opened).toMatchObject({ flow: 'workplan', given: { due: when + DAY } })
  const { plan } = opened.given as { plan: string }
  const words = { plan, dispute: id, what: '每天上门一次', who: '驻村民警', until: '2026-12-10' }
  await act(here, officer, later, writeWorkPlan, words)
  expect(await act(here, officer, later, writeWorkPlan, words)).toMatchObject({ refused: 'no-plan' })
  expect(await toldOf(here, leader.at, 'workPlanWritten')).toHaveLength(1)
  expect(JSON.stringify(await here.rows('work_plans'))).not.toContain('上门')
  const number = String((await caseRow(here, id)).number)
  const story = await here.store.desk.story(leader.at, number, later)
  expect(story?.log.find(({ what }) => what.zh.includes('对策'))?.text).toBe(
    '每天上门一次；驻村民警；2026-12-10',
  )
  // It stays on the agenda until a leader is at ease again; the level stays then, too.
  const agenda = await act(here, chief, later, beginAssessment, { assessment: null, attendees: [] })
  expect('asksOn' in agenda && caseIn(agenda.asksOn)).toMatchObject({
    uneasy: true,
    why: ['uneasy', 'orange'],
  })
  const calm = async (who: Colleague, why = '两家和好了') =>
    act(here, who, later, settleUnease, { ...(await about(here, id)), reason: why })
  expect(await calm(officer)).toMatchObject({ refused: 'not-yours' })
  expect(await calm(leader, ' ')).toMatchObject({ refused: 'no-reason' })
  expect(await calm(leader)).toMatchObject({ level: 'ORANGE' })
  expect(await calm(leader)).toMatchObject({ refused: 'at-ease' })
  expect(await caseRow(here, id)).toMatchObject({ level: 'ORANGE', uneasy_at: null })
  expect(await toldOf(here, officer.at, 'atEase')).toHaveLength(1)
}

test.each([
  ['embedded', now],
  ['on a server', onPostgres],
])('不放心 to its end, %s', async (_, here) => {
  await unease(here())
  // Nothing of it waits any more.
  expect(await dueKeys(here(), 'workplan')).toEqual([])
})

test('at RED there is nothing above; the worry and the plan are kept, and ease asks for no plan any more', async () => {
  const { officer, leader, chief } = now()
  const id = await newCase({ level: 'RED' })
  const when = START + HOUR
  const worry = async () =>
    act(now(), officer, when, voiceUnease, { ...(await about(now(), id)), reason: '怕要出事' })
  expect(await worry()).toMatchObject({ level: 'RED', planDue: when + DAY })
  await worry()
  expect(await now().rows('work_plans')).toHaveLength(1)
  expect((await now().rows('gradings')).filter(({ by }) => by === officer.person)).toMatchObject([
    { level: 'RED' },
    { level: 'RED' },
  ])
  // The meeting says so.
  const first = caseIn((await begin(chief, when)).asksOn)
  await says(chief, when, first, { ease: 'atease', owner: leader.person, ...sure })
  expect(await caseRow(now(), id)).toMatchObject({ level: 'RED', uneasy_at: null })
  expect(await dueKeys(now(), 'workplan')).toEqual([])
  expect(await act(now(), officer, when, open, { flow: 'workplan', number: first.number })).toMatchObject({
    refused: 'no-plan',
  })
})
