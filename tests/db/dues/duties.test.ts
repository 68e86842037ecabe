// The dates of what was agreed: reminded of before, called out after, and the court's thirty days.
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { dutiesOf, keepDuty, writeEvent } from '../../../db/commands/shared/duty-book.ts'
import { agreements, disputes, duties, parties } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { held, performing } from '../case.ts'
import { at, DAY, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const OWED = [{ what: '把墙退0.3米', due: '2026-12-20' }]

const kinds = async (to: Address, kind: string) =>
  (await now().told(to)).filter(({ notice }) => notice.kind === kind)
const dutyRows = async () => (await now().rows('duties')).map(({ state }) => state)
const stateOf = async () => (await now().rows('disputes')).map(({ state }) => state)

async function agreed(owed: Parameters<typeof performing>[1]['owed'] = OWED) {
  const [from, joined] = [now().resident(), now().resident()]
  const id = await performing(now(), { from, joined, now: START, owed })
  return { id, A: from, B: joined }
}

test('whoever owes is reminded three days before and on the day, and nobody else', async () => {
  const { A, B } = await agreed()
  await now().until(at('2026-12-20', '23:00'))
  const due = at('2026-12-21', '00:00') - 1
  expect(await kinds(B, 'dutySoon')).toMatchObject([
    { at: at('2026-12-17', '09:00'), notice: { what: '把墙退0.3米', due } },
    { at: at('2026-12-20', '09:00'), notice: { due } },
  ])
  expect(await kinds(A, 'dutySoon')).toEqual([])
  expect(await kinds(now().officer.at, 'undelivered')).toEqual([])
})

test('who cannot be told in chat is the officer to remind, once', async () => {
  const from = now().resident()
  await performing(now(), { from, now: START, owed: OWED })
  await now().until(at('2026-12-20', '23:00'))
  expect(await kinds(now().officer.at, 'undelivered')).toMatchObject([
    { at: at('2026-12-17', '09:00'), notice: { why: 'not-in-chat' } },
  ])
})

test('somebody at risk, or who asked for silence, is not written to', async () => {
  const { id, B } = await agreed()
  await now().does(B, START, async (books) => {
    const mine = and(eq(parties.disputeId, id), eq(parties.side, 'B'))
    await books.tx.update(parties).set({ atRisk: true }).where(mine)
  })
  await now().until(at('2026-12-21', '12:00'))
  for (const kind of ['dutySoon', 'dutyLate']) expect(await kinds(B, kind)).toEqual([])
  expect(await kinds(now().officer.at, 'undelivered')).toHaveLength(1)
})

test('what was not done is in breach with the end of the day, and called out in the morning', async () => {
  const { A, B } = await agreed()
  await now().until(at('2026-12-21', '00:00') - 1)
  expect(await stateOf()).toEqual(['PERFORMING'])
  await now().until(at('2026-12-21', '00:00'))
  expect(await stateOf()).toEqual(['BREACHED'])
  expect(await dutyRows()).toEqual(['overdue'])
  expect(await now().rows('duty_events')).toMatchObject([{ what: 'overdue', by: 'system' }])
  // Gone back on: ten points more, with the reason kept.
  const graded = (await now().rows('gradings')).at(-1)
  expect(JSON.stringify(graded?.reasons)).toContain('E03')
  expect(await kinds(B, 'dutyLate')).toEqual([])
  await now().until(at('2026-12-21', '09:00'))
  expect(await kinds(now().officer.at, 'dutyOverdue')).toMatchObject([
    { at: at('2026-12-21', '09:00'), notice: { duty: 1, buttons: [{ does: 'duty' }] } },
  ])
  expect(await kinds(B, 'dutyLate')).toMatchObject([{ notice: { phone: '110' } }])
  expect(await kinds(A, 'dutyLate')).toEqual([])
})

test('a duty that was done is not spoken of again', async () => {
  const { id, B } = await agreed()
  await now().does(now().officer.at, START + DAY, async (books) => {
    const c = await held(books, id)
    const [{ row }] = (await dutiesOf(books, c)) as [Awaited<ReturnType<typeof dutiesOf>>[number]]
    await writeEvent(books, c, row, { what: 'done', by: 'officer', proof: 'seen' })
    const [after] = await dutiesOf(books, c)
    // The rows that wait are left as they are: each act must look for itself.
    await keepDuty(books, row, after!.duty)
  })
  await now().until(at('2026-12-22', '12:00'))
  expect(await kinds(B, 'dutySoon')).toEqual([])
  expect(await stateOf()).toEqual(['PERFORMING'])
  expect(await dutyRows()).toEqual(['done'])
  expect(await kinds(now().officer.at, 'dutyOverdue')).toEqual([])
})

test('of two duties the second in default does not move the case again', async () => {
  await agreed([
    { what: '付一半', due: '2026-12-10', amountFen: 100_00 },
    { what: '付另一半', due: '2026-12-15', amountFen: 100_00 },
  ])
  await now().until(at('2026-12-16', '12:00'))
  expect(await dutyRows()).toEqual(['overdue', 'overdue'])
  const moves = (await now().rows('transitions')).filter(({ to }) => to === 'BREACHED')
  expect(moves).toHaveLength(1)
  expect(
    (await kinds(now().officer.at, 'dutyOverdue')).map(({ notice }) => 'duty' in notice && notice.duty),
  ).toEqual([1, 2])
})

test('a date that passed during an emergency is not forgotten', async () => {
  const { id } = await agreed()
  const stand = (state: string, then: number) =>
    now().does(now().officer.at, then, async (books) => {
      await books.tx.update(disputes).set({ state }).where(eq(disputes.id, id))
    })
  await now().until(at('2026-12-20', '22:00'))
  await stand('EMERGENCY', at('2026-12-20', '22:00'))
  await now().until(at('2026-12-21', '03:00'))
  expect([await stateOf(), await dutyRows()]).toEqual([['EMERGENCY'], ['overdue']])
  await stand('PERFORMING', at('2026-12-21', '03:00'))
  await now().until(at('2026-12-21', '06:00'))
  expect(await stateOf()).toEqual(['BREACHED'])
})

test('a reminder that could not go out by day waits for the morning', async () => {
  const { B } = await agreed()
  await now().until(at('2026-12-17', '08:59'))
  const row = (await now().waits('duty')).find(({ key }) => key.endsWith('D-3'))
  // The machine was away until the night.
  await now().store.dues.act(row!.id, at('2026-12-17', '23:30'))
  expect(await kinds(B, 'dutySoon')).toEqual([])
  await now().until(at('2026-12-18', '08:00'))
  expect(await kinds(B, 'dutySoon')).toMatchObject([{ at: at('2026-12-18', '08:00') }])
})

test('both sides hear of the court fifteen, seven and two days before it is too late', async () => {
  const { A, B } = await agreed([{ what: '22:30后不放音响', due: null }])
  await now().until(START + 40 * DAY)
  const until = at('2026-12-26', '00:00') - 1
  for (const side of [A, B]) {
    const told = await kinds(side, 'confirmable')
    expect(told.map(({ at }) => at)).toEqual(
      ['2026-12-10', '2026-12-18', '2026-12-23'].map((day) => at(day, '09:00')),
    )
    expect(told[0]?.notice).toMatchObject({ until })
  }
})

test('a confirmed or replaced agreement is not spoken of', async () => {
  const { id, A } = await agreed([{ what: '22:30后不放音响', due: null }])
  await now().until(START + 14 * DAY)
  await now().does(now().officer.at, START + 14 * DAY + HOUR, async (books) => {
    await books.tx.update(agreements).set({ confirmedAt: books.now }).where(eq(agreements.disputeId, id))
  })
  await now().until(START + 40 * DAY)
  expect(await kinds(A, 'confirmable')).toEqual([])
})

test('whose land it is no court confirms, and what is done needs no court', async () => {
  for (const change of [{ kind: 'boundary' as const }, { state: 'done' }]) {
    const { id, A } = await agreed([{ what: '22:30后不放音响', due: null }])
    await now().does(now().officer.at, START + DAY, async (books) => {
      await books.tx.update(duties).set(change).where(eq(duties.disputeId, id))
    })
    await now().until(START + 40 * DAY)
    expect(await kinds(A, 'confirmable')).toEqual([])
  }
})

test('a duty of an agreement that was replaced is history', async () => {
  const { id, B } = await agreed()
  await now().does(now().officer.at, START + DAY, async (books) => {
    await books.tx.update(duties).set({ state: 'replaced' }).where(eq(duties.disputeId, id))
  })
  await now().until(at('2026-12-22', '12:00'))
  expect(await kinds(B, 'dutySoon')).toEqual([])
  expect(await stateOf()).toEqual(['PERFORMING'])
})
