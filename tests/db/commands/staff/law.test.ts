// What the law asks, in the books: the gate is passed by the books themselves, and its time limits run, end and are told.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordAgreement } from '../../../../db/commands/record-agreement.ts'
import { recordConfirmation } from '../../../../db/commands/record-confirmation.ts'
import { recordLimit } from '../../../../db/commands/record-limit.ts'
import { recordMediation } from '../../../../db/commands/record-mediation.ts'
import { referDispute } from '../../../../db/commands/refer-dispute.ts'
import { screenDispute } from '../../../../db/commands/screen-dispute.ts'
import { limitOf } from '../../../../db/dues/confirmable.ts'
import { caseFlow } from '../../../../db/queries/givens/case-flows.ts'
import { limitsOf } from '../../../../db/queries/limits.ts'
import { stations } from '../../../../db/schema/index.ts'
import { dayOf, defaultCalendar } from '../../../../flows/casework/calendar.ts'
import type { Instant } from '../../../../flows/core/event.ts'
import { filed, held, report, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { about, act, agreed, caseRow, dueKeys, duty, mediating, paper, screened, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const accept = (answers: { [question: string]: string }, more: object = {}) => ({
  decision: 'accept' as const,
  category: null,
  track: 'PM',
  reason: null,
  answers,
  ...more,
})
const session = (result: 'agreed' | 'again' | 'failed' | 'ended', more: object = {}) => ({
  result,
  place: null,
  helpers: [],
  summary: '谈过了。',
  reason: result === 'again' || result === 'agreed' ? null : '谈不拢。',
  resumeOn: null,
  remediesTold: 'yes' as const,
  photos: null,
  ...more,
})

/** `T-PM-30 running 2026-12-25`, in the order in which they end. */
const limits = (id: string, when: Instant) =>
  now().does(now().officer.at, when, async (books) =>
    (await limitsOf(books, [id])).map(
      ({ code, state, until }) => `${code} ${state} ${dayOf(until, defaultCalendar)}`,
    ),
  )

const begins = (flow: string, id: string, when: Instant) =>
  now().does(now().officer.at, when, async (books) =>
    caseFlow(flow).given(books, await held(books, id), ['officer']),
  )

test('the books pass the gate themselves: a form that offered more, or no answers, is refused', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START)
  const tries = async (answers: { [question: string]: string }, track: string) =>
    act(now(), officer, START, screenDispute, { ...(await about(now(), id)), ...accept(answers, { track }) })
  expect(await tries({}, 'PM')).toMatchObject({ refused: 'gate' })
  expect(await tries({ bars: 'none' }, 'JOINT')).toMatchObject({ refused: 'gate' })
  expect(await tries({ bars: 'nothing', act: 'none' }, 'PM')).toMatchObject({ refused: 'gate' })
  expect(await tries({ bars: 'refused', act: 'none' }, 'PM')).toMatchObject({ refused: 'refused' })
  expect(await tries({ bars: 'none', act: 'hired' }, 'PSM')).toMatchObject({ refused: 'not-psm' })
  expect(await tries({ bars: 'none', act: 'none' }, 'PSM')).toMatchObject({ refused: 'no-act' })
  expect(await tries({ bars: 'none', act: 'minor', guardian: 'absent' }, 'PSM')).toMatchObject({
    refused: 'guardian',
    say: { zh: expect.stringContaining('程序规定第181条') },
  })
  expect(await now().rows('gates')).toEqual([])
  expect(
    await tries({ bars: 'none', act: 'minor', guardian: 'adults', title: 'title' }, 'PSM'),
  ).toMatchObject({
    state: 'ACCEPTED',
  })
  // What was not asked does not count, and is not kept.
  expect(await now().rows('gates')).toMatchObject([
    {
      dispute_id: id,
      by: officer.person,
      answers: { bars: 'none', act: 'minor', guardian: 'adults' },
      limits: ['public-security'],
      mediable: true,
      proposed: 'PSM',
      track: 'PSM',
    },
  ])
})

test('violence at home that the officer knows of keeps the case with officers; ten workers weigh', async () => {
  const { officer } = now()
  const couple = await filed(now(), now().resident(), START, report({ category: 'MF-CP' }))
  const known = accept({ bars: 'none', home: 'violence' }, { track: 'CASE' })
  expect(
    await act(now(), officer, START, screenDispute, {
      ...(await about(now(), couple)),
      ...known,
      track: 'PM',
    }),
  ).toMatchObject({ refused: 'domestic-violence' })
  await act(now(), officer, START, screenDispute, { ...(await about(now(), couple)), ...known })
  expect(await caseRow(now(), couple)).toMatchObject({
    level: 'ORANGE',
    track: 'CASE',
    facts: { danger: ['A11'] },
  })
  expect((await now().rows('parties')).find(({ side }) => side === 'A')).toMatchObject({ at_risk: true })

  const wages = await filed(now(), now().resident(), START, report({ category: 'LB-WG', headcount: null }))
  const answers = { bars: 'none', workers: 'ten', job: 'left', ordered: 'no' }
  await act(now(), officer, START, screenDispute, {
    ...(await about(now(), wages)),
    ...accept(answers, { track: 'JOINT' }),
  })
  expect(await caseRow(now(), wages)).toMatchObject({ level: 'ORANGE', facts: { headcount: 10 } })
})

test('no track is an answer and a record', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await filed(now(), from, START)
  const none = { decision: 'reject' as const, track: 'NONE', reason: '法院已经立案，请等法院通知。' }
  await act(now(), officer, START, screenDispute, {
    ...(await about(now(), id)),
    ...accept({ bars: 'court' }, none),
  })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'REJECTED', track: 'NONE' })
  expect(await now().rows('gates')).toMatchObject([
    { limits: ['public-security', 'elsewhere'], mediable: false, track: 'NONE' },
  ])
  expect(await toldOf(now(), from, 'refusedCase')).toHaveLength(1)
})

test('what is not for the station must be passed on within a day', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START, report({ category: 'LF-GR' }))
  const title = accept({ bars: 'none', title: 'title' }, { track: 'ADM' })
  await act(now(), officer, START, screenDispute, { ...(await about(now(), id)), ...title })
  // It is not accepted, and waits for the referral; looking at it again gives no more time.
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING', track: 'ADM' })
  await act(now(), officer, START + HOUR, screenDispute, { ...(await about(now(), id)), ...title })
  expect(await limits(id, START)).toEqual(['T-REF-24H running 2026-11-26'])
  const [row] = await now().rows('limits')
  expect(Number(row?.until)).toBe(START + DAY)

  await now().until(START + DAY + HOUR)
  expect(await limits(id, START + DAY + HOUR)).toEqual(['T-REF-24H over 2026-11-26'])
  // Nobody has taken it yet, so whoever leads is told.
  expect(await toldOf(now(), now().chief.at, 'limitOver')).toMatchObject([{ code: 'T-REF-24H' }])

  const other = await filed(now(), now().resident(), START, report({ category: 'LF-GR' }))
  await act(now(), officer, START, screenDispute, { ...(await about(now(), other)), ...title })
  await act(now(), officer, START + HOUR, referDispute, {
    ...(await about(now(), other)),
    toUnit: '镇政府',
    toPerson: '接收人',
    phone: null,
    reason: '权属由政府处理',
    due: '2026-12-20',
  })
  expect(await limits(other, START + HOUR)).toEqual(['T-REF-24H met 2026-11-26'])
  expect(await dueKeys(now(), 'limit')).toEqual([])
})

test('people’s mediation has a month; both sides may agree to more; it ends with the talks', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  expect(await limits(id, START)).toEqual(['T-PM-30 running 2026-12-25'])
  const later = await act(now(), officer, START + DAY, recordLimit, {
    ...(await about(now(), id)),
    what: 'longer',
    code: null,
    day: null,
  })
  expect(later).toMatchObject({ code: 'T-PM-30' })
  expect(await limits(id, START + DAY)).toEqual(['T-PM-30 running 2027-01-25'])
  expect(await begins('limit', id, START + DAY)).toMatchObject({ longer: true, dated: [], running: [] })
  await act(now(), officer, START + 2 * DAY, recordMediation, {
    ...(await about(now(), id)),
    ...session('failed'),
  })
  expect(await limits(id, START + 2 * DAY)).toEqual(['T-PM-30 met 2027-01-25'])
  expect(await dueKeys(now(), 'limit')).toEqual([])
  expect(await begins('limit', id, START + 2 * DAY)).toMatchObject({ refused: 'no-limit' })
})

test('a month that runs out at night is over at once, and told in the morning', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await now().until(at('2026-12-26', '00:05'))
  expect(await limits(id, at('2026-12-26', '00:05'))).toEqual(['T-PM-30 over 2026-12-25'])
  expect(await toldOf(now(), officer.at, 'limitOver')).toEqual([])
  await now().until(at('2026-12-26', '09:00'))
  expect(await toldOf(now(), officer.at, 'limitOver')).toMatchObject([
    { code: 'T-PM-30', facts: { number: 'RD-2026-0001' } },
  ])
  await now().until(at('2026-12-28', '09:00'))
  expect(await toldOf(now(), officer.at, 'limitOver')).toHaveLength(1)
})

test('police mediation: the second session within seven working days, then the case is to be decided', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START, wall(), 'PSM')
  expect(await limits(id, START)).toEqual([])
  await act(now(), officer, START, recordMediation, { ...(await about(now(), id)), ...session('again') })
  expect(await limits(id, START)).toEqual(['T-PSM-7W running 2026-12-04'])
  await act(now(), officer, START + DAY, recordMediation, {
    ...(await about(now(), id)),
    ...session('failed'),
  })
  expect(await limits(id, START + DAY)).toEqual(['T-PSM-7W met 2026-12-04', 'T-CASE-30 running 2026-12-26'])
})

test('an officer gives the day that only they know, and says when it was kept', async () => {
  const { officer } = now()
  const id = await screened(now(), now().resident(), START, report({ category: 'LB-WG' }), 'LAB')
  expect(await begins('limit', id, START)).toMatchObject({
    dated: [{ id: 'T-LAB-1Y' }, { id: 'T-LI-2Y' }],
    running: [],
    longer: false,
  })
  const notes = async (what: 'start' | 'done', code: string, day: string | null) =>
    act(now(), officer, START, recordLimit, { ...(await about(now(), id)), what, code, day })
  expect(await notes('start', 'T-LAB-1Y', '2026-10-03')).toMatchObject({ code: 'T-LAB-1Y' })
  expect(await notes('start', 'T-LAB-1Y', '2026-10-05')).toMatchObject({ code: 'T-LAB-1Y' })
  expect(await limits(id, START)).toEqual(['T-LAB-1Y void 2027-10-03', 'T-LAB-1Y running 2027-10-05'])
  expect(await notes('start', 'T-LI-2Y', '2023-01-05')).toMatchObject({ code: 'T-LI-2Y' })
  expect((await limits(id, START))[0]).toBe('T-LI-2Y over 2025-01-05')
  expect(await notes('start', 'T-LAB-1Y', '2026-11-26')).toMatchObject({ refused: 'future' })
  expect(await notes('start', 'T-TR-10', '2026-11-20')).toMatchObject({ refused: 'unknown' })
  expect(await notes('done', 'T-LI-2Y', null)).toMatchObject({ refused: 'unknown' })
  expect(await notes('done', 'T-LAB-1Y', null)).toMatchObject({ code: 'T-LAB-1Y', until: null })
  expect((await limits(id, START)).at(-1)).toBe('T-LAB-1Y met 2027-10-05')
})

test('司法确认: thirty days from the agreement; asked for, confirmed, and then enforceable', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [duty({ due: '2027-03-01' })] })
  expect(await limits(id, START)).toEqual(['T-JC-30 running 2026-12-25', 'T-PM-30 met 2026-12-25'])
  expect(await begins('confirmation', id, START)).toMatchObject({
    agreement: expect.stringContaining('人调字'),
  })
  const notes = async (what: 'asked' | 'confirmed' | 'refused', day: string | null, when: Instant) =>
    act(now(), officer, when, recordConfirmation, { ...(await about(now(), id)), what, day })
  expect(await notes('asked', null, START + DAY)).toMatchObject({
    agreement: expect.stringContaining('人调字'),
  })
  expect(await limits(id, START + DAY)).toContain('T-JC-30 met 2026-12-25')
  // Whoever has asked is not reminded of it.
  await now().does(officer.at, START + DAY, async (books) => {
    expect(await limitOf(books, await held(books, id))).toBeNull()
  })
  expect(await notes('confirmed', '2026-11-20', START + 9 * DAY)).toMatchObject({ refused: 'past' })
  expect(await notes('confirmed', '2026-12-30', START + 9 * DAY)).toMatchObject({ refused: 'future' })
  expect(await notes('confirmed', '2026-12-03', START + 9 * DAY)).toMatchObject({ state: 'PERFORMING' })
  const [paper] = await now().rows('agreements')
  expect(dayOf(Number(paper?.confirmed_at), defaultCalendar)).toBe('2026-12-03')
  expect(await notes('confirmed', '2026-12-03', START + 9 * DAY)).toMatchObject({ refused: 'confirmed' })
  expect(await begins('confirmation', id, START + 9 * DAY)).toMatchObject({ refused: 'confirmed' })
})

test('an agreement brings each side one sentence of law; a paper of the police rests on another law', async () => {
  const from = now().resident()
  await agreed(now(), from, START)
  expect(await toldOf(now(), from, 'agreed')).toMatchObject([
    { law: { zh: expect.stringContaining('人民调解法第31、32条') } },
  ])
  const other = now().resident()
  const id = await mediating(now(), other, START, wall(), 'PSM')
  await act(now(), now().officer, START, recordAgreement, { ...(await about(now(), id)), ...paper() })
  const [told] = await toldOf(now(), other, 'agreed')
  expect(told).toMatchObject({ duties: [{ mine: false }] })
  expect(told).not.toHaveProperty('law')
})

test('the station’s own days are its calendar from the next turn on, and its rulebook is kept as it was', async () => {
  const { store, officer } = now()
  const id = await mediating(now(), now().resident(), START, wall(), 'PSM')
  await store.admin.addDay({ day: '2026-11-26', kind: 'holiday', zh: '假', en: null }, START)
  await store.admin.importDays([{ day: '2026-11-27', kind: 'holiday', zh: '假' }], START)
  await act(now(), officer, START, recordMediation, { ...(await about(now(), id)), ...session('again') })
  // Two days fewer are worked than would be otherwise.
  expect(await limits(id, START)).toEqual(['T-PSM-7W running 2026-12-08'])

  const rules = { graceDays: 1 }
  await store.admin.importStation({ name: '示例派出所', phone: '110', demo: true, rules }, START)
  await now().does(officer.at, START, async ({ tx, station: { id: here, rulebook } }) => {
    const [kept] = await tx.select().from(stations).where(eq(stations.id, here))
    expect(kept?.rulebook).toMatchObject({ graceDays: 1, calendar: { holidays: [] } })
    expect(rulebook).toMatchObject({ graceDays: 1, calendar: { holidays: ['2026-11-26', '2026-11-27'] } })
  })
})
