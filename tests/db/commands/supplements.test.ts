// A change of what was agreed counts when both have said yes: asked alone, ended by one no, by silence, or by what was done.
import { expect, test } from 'vitest'
import { confirmSupplement } from '../../../db/commands/confirm-supplement.ts'
import { recordDuty } from '../../../db/commands/record-duty.ts'
import { duty as dutyFlow } from '../../../db/queries/givens/following.ts'
import type { DutyInput } from '../../../flows/agreement/commands.ts'
import type { DutyGiven } from '../../../flows/duty/commands.ts'
import { held } from '../case.ts'
import { at, DAY, HOUR, station } from '../station.ts'
import { about, act, agreed, caseRow, duty, toldOf } from './a-case.ts'
import { dutyRow } from './money.ts'
import { joined, recategorised } from './staff/setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const OLD = at('2026-12-21', '00:00') - 1
const NEW = at('2027-01-21', '00:00') - 1
const money = (fen: number) => ({ fen, approx: false })
const pay = (more: Partial<DutyInput> = {}) =>
  duty({ kind: 'pay', what: '赔医药费', amount: money(100_000), ...more })
const record = {
  what: 'extended',
  how: 'ask',
  newDue: '2027-01-20',
  reason: '差钱',
  amount: null,
  proof: null,
  evidence: null,
} as const

async function begun({ duties = [pay()], alone = false }: { duties?: DutyInput[]; alone?: boolean } = {}) {
  const [A, B] = [now().resident(), now().resident()]
  const id = await agreed(now(), A, START, { duties })
  if (!alone) await joined(now(), id, B, START)
  return { id, A, B }
}
const puts = async (id: string, when: number, more: object = {}) =>
  act(now(), now().officer, when, recordDuty, {
    ...(await about(now(), id)),
    ...record,
    duty: String((await dutyRow(now(), 1)).id),
    ...more,
  })
const last = async () => {
  const rows = (await now().rows('supplements')).sort((one, other) => Number(one.at) - Number(other.at))
  return rows.at(-1)
}
const says = async (who: Parameters<typeof act>[1], when: number, agree: 'yes' | 'no') =>
  act(now(), who, when, confirmSupplement, { supplement: String((await last())?.id), agree })
const dueAt = async () => Number((await dutyRow(now(), 1)).due_at)
const results = async () => (await toldOf(now(), now().officer.at, 'supplement')).map(({ result }) => result)
const given = (id: string) =>
  now().does(now().officer.at, START, async (books) =>
    dutyFlow.given(books, await held(books, id), ['officer']),
  ) as Promise<DutyGiven>

test('one no ends it: nothing changes, the officer knows, and the other side hears nothing of it', async () => {
  const { id, A, B } = await begun()
  await puts(id, START)
  await now().until(START + HOUR)
  await says(A, START + HOUR, 'yes')
  const before = (await now().told(A)).length
  expect(await says(B, START + 2 * HOUR, 'no')).toEqual({ number: 'RD-2026-0001' })
  expect([await dueAt(), (await last())?.state, await results()]).toEqual([OLD, 'refused', ['refused']])
  expect((await now().told(A)).length).toBe(before)
  expect(await says(A, START + 3 * HOUR, 'yes')).toMatchObject({ refused: 'over' })
  expect(await now().waits('supplement')).toEqual([])
  expect(JSON.stringify(await now().rows('supplements'))).not.toContain('差钱')
})

test('a no before the other side was asked: it is not asked any more', async () => {
  const { id, B } = await begun()
  // At night nobody is asked before the morning.
  await puts(id, at('2026-11-25', '22:00'))
  expect(await now().until(at('2026-11-26', '07:59'))).toEqual([])
  await says(B, at('2026-11-26', '07:59'), 'no')
  expect(await now().until(at('2026-11-26', '12:00'))).toEqual([])
})

test('three days of silence: what was agreed stands, and is in breach on its own day', async () => {
  const { id, A } = await begun()
  await puts(id, START)
  await now().until(START + HOUR)
  await says(A, START + HOUR, 'yes')
  await now().until(START + 3 * DAY + HOUR)
  expect([await dueAt(), (await last())?.state, await results()]).toEqual([OLD, 'withdrawn', ['silent']])
  await now().until(OLD + 1)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
})

test('who is not in chat is named, and signs on paper; it counts once both have said yes', async () => {
  const { id, A } = await begun({ alone: true })
  expect(await puts(id, START)).toMatchObject({ asked: ['A'], unsigned: ['B'] })
  expect((await given(id)).duties).toMatchObject([{ askable: true, unsigned: true }])
  const opened = await now().until(START + HOUR)
  expect(opened.map(({ to }) => to.id)).toEqual([A.id])
  const sign = { how: 'signed', newDue: null, reason: null }
  expect(await puts(id, START + HOUR, sign)).toMatchObject({ asked: ['A'] })
  expect([await dueAt(), await last()]).toMatchObject([OLD, { agreed_a: null, agreed_b: 'paper' }])
  expect(await puts(id, START + HOUR, sign)).toMatchObject({ refused: 'nothing-to-sign' })
  await says(A, START + 2 * HOUR, 'yes')
  expect([await dueAt(), (await last())?.state, await results()]).toEqual([NEW, 'agreed', ['agreed']])
})

test('who signs last on paper brings it into force, and the officer’s own record is no news to them', async () => {
  const { id, A } = await begun({ alone: true })
  await puts(id, START)
  await says(A, START + HOUR, 'yes')
  // Silence is of those who were asked: whoever is to sign is waited for.
  await now().until(START + 5 * DAY)
  expect([await dueAt(), await results()]).toEqual([OLD, []])
  const done = await puts(id, START + 5 * DAY, { how: 'signed', newDue: null, reason: null })
  expect(done).toMatchObject({ state: 'PERFORMING', remainingFen: 100_000 })
  expect([await dueAt(), await results()]).toEqual([NEW, []])
})

test('signed by both it counts at once, with another sum, and takes the place of what was being asked', async () => {
  const { id, A } = await begun()
  await puts(id, START)
  const earlier = String((await last())?.id)
  const done = await puts(id, START + HOUR, { how: 'paper', newAmount: money(120_001) })
  expect(done).toMatchObject({ remainingFen: 120_001 })
  expect([await dueAt(), Number((await dutyRow(now(), 1)).amount_fen)]).toEqual([NEW, 120_001])
  const ended = (await now().rows('supplements')).map(({ id: which, state }) => [which === earlier, state])
  expect(new Map(ended as [boolean, string][])).toEqual(
    new Map([
      [true, 'withdrawn'],
      [false, 'agreed'],
    ]),
  )
  const answer = { supplement: earlier, agree: 'yes' as const }
  expect(await act(now(), A, START + 2 * HOUR, confirmSupplement, answer)).toMatchObject({ refused: 'over' })
  expect(await now().until(START + 3 * HOUR)).toEqual([])
})

test('a sum below what was paid is refused; one that is paid already settles it', async () => {
  const { id } = await begun()
  const part = {
    what: 'part',
    how: null,
    newDue: null,
    amount: money(99_999),
    proof: 'receipt',
    reason: null,
  }
  await puts(id, START, part)
  for (const fen of [99_998, 0])
    for (const how of ['paper', 'ask'])
      expect(await puts(id, START, { how, newAmount: money(fen) })).toMatchObject({ refused: 'wrong-amount' })
  expect(await now().rows('supplements')).toEqual([])
  expect(await puts(id, START, { how: 'paper', newAmount: money(99_999) })).toMatchObject({
    state: 'REVISITING',
    left: 0,
    remainingFen: 0,
  })
})

test('paid meanwhile: there is nothing left to answer, and a yes changes nothing', async () => {
  const { id, A } = await begun()
  await puts(id, START)
  await puts(id, START + HOUR, { what: 'done', how: null, newDue: null, proof: 'receipt', reason: null })
  expect(await says(A, START + 2 * HOUR, 'yes')).toMatchObject({ refused: 'over' })
  await now().until(START + 4 * DAY)
  expect([await dueAt(), await results()]).toEqual([OLD, []])
})

test('out of a breach both may agree in chat; the step itself is for a person', async () => {
  const { id, A, B } = await begun()
  await now().until(OLD + HOUR)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  const when = at('2026-12-21', '10:00')
  await puts(id, when)
  await says(A, when + HOUR, 'yes')
  await says(B, when + HOUR, 'yes')
  expect(await dutyRow(now(), 1)).toMatchObject({ state: 'open' })
  expect((await toldOf(now(), now().officer.at, 'supplement')).at(-1)).toMatchObject({
    result: 'agreed',
    buttons: [{ does: 'move' }],
  })
})

test('both owe it to each other: both are asked', async () => {
  const { id, A, B } = await begun({ duties: [duty({ debtor: 'both', kind: 'other', what: '一起修路' })] })
  await puts(id, START)
  await says(B, START + HOUR, 'yes')
  expect(await dueAt()).toBe(OLD)
  await says(A, START + HOUR, 'yes')
  expect(await dueAt()).toBe(NEW)
})

test('officers lead it, or a third owes it: only on paper', async () => {
  const { id } = await begun({ duties: [pay({ debtor: 'third' })] })
  expect((await given(id)).duties).toMatchObject([{ askable: false }])
  expect(await puts(id, START)).toMatchObject({ refused: 'on-paper' })
  const led = await begun()
  await recategorised(now(), led.id, 'MF-DV', START)
  const mine = (await now().rows('duties')).find(({ dispute_id: dispute }) => dispute === led.id)
  expect((await given(led.id)).duties).toMatchObject([{ askable: false }])
  expect(await puts(led.id, START, { duty: String(mine?.id) })).toMatchObject({ refused: 'on-paper' })
  expect(await puts(led.id, START, { duty: String(mine?.id), how: 'paper' })).toMatchObject({ left: 1 })
  expect(await now().until(START + HOUR)).toEqual([])
})

test('asked in chat, then officers lead it: what is said there decides nothing', async () => {
  const { id, A } = await begun()
  await puts(id, START)
  await recategorised(now(), id, 'MF-DV', START)
  expect(await says(A, START + HOUR, 'yes')).toMatchObject({ refused: 'over' })
  expect((await last())?.agreed_a).toBeNull()
})

test('a stranger, staff, and who has answered: no', async () => {
  const { id, A } = await begun()
  await puts(id, START)
  for (const who of [now().resident(), now().officer, now().grid])
    expect(await says(who, START + HOUR, 'yes')).toMatchObject({ refused: 'no-such-case' })
  await says(A, START + HOUR, 'yes')
  expect(await says(A, START + HOUR, 'no')).toMatchObject({ refused: 'over' })
  expect(await last()).toMatchObject({ state: 'asked', agreed_a: 'chat', agreed_b: null })
})
