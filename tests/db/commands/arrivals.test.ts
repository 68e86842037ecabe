// Whose word books a payment: whom it is owed to, to the fen; never who owes it, never a guess, and nothing is taken back.

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { recordDuty } from '../../../db/commands/record-duty.ts'
import { agreements, disputes } from '../../../db/schema/index.ts'
import type { DutyInput } from '../../../flows/agreement/commands.ts'
import type { RevisitAnswers } from '../../../flows/revisit/commands.ts'
import { held, report } from '../case.ts'
import { at, HOUR, station } from '../station.ts'
import { about, act, agreed, caseRow, duty, toldOf } from './a-case.ts'
import { asking, dutyRow, sums } from './money.ts'
import { answered, answers } from './resident/a-round.ts'
import { joined, recategorised } from './staff/setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const money = (fen: number, approx = false) => ({ fen, approx })
const pay = (more: Partial<DutyInput> = {}) =>
  duty({ kind: 'pay', what: '赔钱', amount: money(100_000), due: '2026-12-20', ...more })
const LATER = pay({ due: '2027-01-20' })

async function begun(duties: DutyInput[], told = report({ danger: ['A09'] })) {
  const [A, B] = [now().resident(), now().resident()]
  const id = await agreed(now(), A, START, { duties }, told)
  await joined(now(), id, B, START)
  return { id, A, B }
}
type Sides = Awaited<ReturnType<typeof begun>>
/** The round after the first duty's day, answered by both. */
async function round({ A, B }: Sides, byA: Partial<RevisitAnswers>, byB: Partial<RevisitAnswers>, after = 1) {
  const [found] = await asking(now(), after)
  const no = Number(found?.no)
  await answered(now(), { no, side: 'A', who: A, answers: answers(byA) })
  await answered(now(), { no, side: 'B', who: B, answers: answers(byB) })
  const ended = (await now().rows('rounds')).find((row) => row.id === found?.id)
  return Number(ended?.ended_at)
}
const reasons = async () =>
  (await toldOf(now(), now().officer.at, 'outcome')).at(-1)?.reasons.map(({ en }) => en) ?? []

test.each([
  ['the debtor alone', { theirs: 'none' }, { own: 'all', paid: money(100_000) }, 0],
  [
    'the debtor, while whom it is owed to names no sum',
    { theirs: 'part' },
    { own: 'part', paid: money(50_000) },
    0,
  ],
  ['"about" so much', { theirs: 'part', received: money(50_000, true) }, { own: 'part' }, 0],
  ['whom it is owed to, to the fen', { theirs: 'part', received: money(99_999) }, { own: 'part' }, 99_999],
  ['whom it is owed to, and it is all', { theirs: 'all' }, { own: 'all' }, 100_000],
] as const)('said by %s', async (_, byA, byB, recovered) => {
  const sides = await begun([pay(), LATER])
  const when = await round(sides, byA, byB)
  expect(await sums(now(), sides.id, when)).toEqual({
    agreed: 200_000,
    recovered,
    remaining: 200_000 - recovered,
  })
})

test('what goes beyond the first is the next one’s, and what goes beyond all is for people', async () => {
  const sides = await begun([pay(), LATER])
  const when = await round(sides, { theirs: 'part', received: money(130_001) }, { own: 'part' })
  expect([await dutyRow(now(), 1), await dutyRow(now(), 2)]).toMatchObject([
    { state: 'done' },
    { state: 'part' },
  ])
  expect(await sums(now(), sides.id, when)).toMatchObject({ recovered: 130_001, remaining: 69_999 })
  const then = await round(sides, { theirs: 'part', received: money(200_001) }, { own: 'part' }, 2)
  expect(await sums(now(), sides.id, then)).toMatchObject({ recovered: 200_000, remaining: 0 })
  expect((await reasons())[0]).toMatch(/more money came than was agreed/)
})

test('less than the books confirm takes nothing back: the officer is to look into it', async () => {
  const sides = await begun([pay(), LATER])
  await act(now(), now().officer, START + HOUR, recordDuty, {
    ...(await about(now(), sides.id)),
    duty: String((await dutyRow(now(), 1)).id),
    what: 'done',
    amount: null,
    proof: 'receipt',
    evidence: null,
    newDue: null,
    reason: null,
  })
  const when = await round(sides, { theirs: 'part', received: money(99_999) }, { own: 'all' })
  expect(await sums(now(), sides.id, when)).toMatchObject({ recovered: 100_000 })
  expect((await reasons())[0]).toMatch(/less money came than the books confirm/)
  expect(JSON.stringify(await now().told(sides.B))).not.toContain('less money')
})

test('where a third owes money as well, nobody guesses whose it was', async () => {
  const sides = await begun([pay(), pay({ debtor: 'third', due: '2027-01-20' })])
  const when = await round(sides, { theirs: 'part', received: money(40_000) }, { own: 'part' })
  expect(await sums(now(), sides.id, when)).toMatchObject({ recovered: 0 })
  expect((await reasons())[0]).toMatch(/not clear from whom/)
})

test('what both owe each other is done when both say so, and by neither alone', async () => {
  const both = () => begun([duty({ debtor: 'both', kind: 'other', what: '一起修路', due: '2026-12-20' })])
  await round(await both(), { theirs: 'all', own: 'all' }, { theirs: 'part', own: 'all' })
  expect((await now().rows('duties')).map(({ state }) => state)).toEqual(['overdue'])
})

test('both say that the other has done it: it is done, once', async () => {
  const sides = await begun([duty({ debtor: 'both', kind: 'other', what: '一起修路', due: '2026-12-20' })])
  await round(sides, { theirs: 'all', own: 'all' }, { theirs: 'all', own: 'all' })
  expect((await now().rows('duties')).map(({ state }) => state)).toEqual(['done'])
  expect((await now().rows('duty_events')).filter(({ what }) => what === 'done')).toHaveLength(1)
})

test.each([
  ['a committee’s paper', { track: 'PM' }, { confirmedAt: null }, ['court']],
  ['one that the court confirmed', { track: 'PM' }, { confirmedAt: START }, ['enforcement']],
  ['pay for work', { category: 'LB-WG' }, { confirmedAt: null }, ['payment-order', 'court']],
  ['a police paper', { track: 'PSM' }, { confirmedAt: null }, ['police', 'court']],
] as const)(
  'at breach of %s whom it is owed to hears its ways, and nobody else does',
  async (_, row, paper, ways) => {
    const { id, A, B } = await begun([pay()])
    await now().does(now().officer.at, START, async (books) => {
      const c = await held(books, id)
      await books.tx.update(disputes).set(row).where(eq(disputes.id, c.row.id))
      await books.tx.update(agreements).set(paper).where(eq(agreements.disputeId, c.row.id))
    })
    await now().until(at('2026-12-21', '10:00'))
    expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
    expect((await toldOf(now(), A, 'notKept')).map(({ remedies }) => remedies)).toEqual([ways])
    expect(await toldOf(now(), B, 'notKept')).toEqual([])
    expect((await toldOf(now(), now().officer.at, 'dutyOverdue')).map(({ remedies }) => remedies)).toEqual([
      ways,
    ])
  },
)

test('where officers lead, nothing is sent: their card names the ways', async () => {
  const { id, A, B } = await begun([pay()])
  await recategorised(now(), id, 'MF-DV', START)
  await now().until(at('2026-12-21', '10:00'))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  for (const side of [A, B]) expect(await toldOf(now(), side, 'notKept')).toEqual([])
  expect(await toldOf(now(), now().officer.at, 'dutyOverdue')).toMatchObject([{ remedies: ['court'] }])
})

test('paid before the morning: nothing is sent', async () => {
  const { id, A } = await begun([pay()])
  await now().until(at('2026-12-21', '00:00'))
  await act(now(), now().officer, at('2026-12-21', '07:00'), recordDuty, {
    ...(await about(now(), id)),
    duty: String((await dutyRow(now(), 1)).id),
    what: 'done',
    amount: null,
    proof: 'transfer',
    evidence: null,
    newDue: null,
    reason: null,
  })
  await now().until(at('2026-12-21', '12:00'))
  expect(await toldOf(now(), A, 'notKept')).toEqual([])
})

test('each side that is owed something late hears of it once', async () => {
  const { A, B } = await begun([
    pay({ due: '2026-12-10' }),
    pay({ due: '2026-12-12' }),
    pay({ debtor: 'A', due: '2026-12-14' }),
  ])
  await now().until(at('2026-12-15', '12:00'))
  const told = async (to: typeof A) =>
    (await now().told(to)).filter(({ notice }) => notice.kind === 'notKept')
  expect((await told(A)).map((one) => one.at)).toEqual([at('2026-12-11', '08:00')])
  expect((await told(B)).map((one) => one.at)).toEqual([at('2026-12-15', '08:00')])
})
