// Three instalments, one short by 0.01: partly done, the rest exact and moved by both, in breach on the day, then settled.
import { describe, expect, test } from 'vitest'
import { confirmSupplement } from '../../../db/commands/confirm-supplement.ts'
import { recordDuty } from '../../../db/commands/record-duty.ts'
import { moneyText } from '../../../flows/casework/money.ts'
import type { SupplementGiven } from '../../../flows/supplement/commands.ts'
import { at, embedded, HOUR, onServer, station } from '../station.ts'
import { about, act, agreed, caseRow, duty, pathOf, toldOf } from './a-case.ts'
import { asking, dutyRow, sums } from './money.ts'
import { answered, answers } from './resident/a-round.ts'
import { joined } from './staff/setup.ts'

const START = at('2026-11-25', '10:12')
const EACH = 220_000
const money = (fen: number) => ({ fen, approx: false })
const dueOn = (day: string) => at(day, '00:00') - 1
const three = ['2026-12-20', '2027-01-20', '2027-02-20'].map((due, i) =>
  duty({ kind: 'pay', what: `赔医药费（${i + 1}/3）`, amount: money(EACH), due }),
)
const record = { amount: null, proof: null, evidence: null, newDue: null, reason: null }

describe.each([
  ['embedded', embedded],
  ['a server', onServer],
])('on books that are %s', (_, found) => {
  const now = station(START, found)

  test('three instalments, from signing to settled', async () => {
    const [A, B] = [now().resident(), now().resident()]
    const { officer } = now()
    const id = await agreed(now(), A, START, { duties: three })
    await joined(now(), id, B, START)
    const records = async (when: number, no: number, more: object) =>
      act(now(), officer, when, recordDuty, {
        ...(await about(now(), id)),
        ...record,
        what: 'done' as const,
        duty: String((await dutyRow(now(), no)).id),
        ...more,
      })
    const state = async () => (await caseRow(now(), id)).state
    const states = async () => Promise.all([1, 2, 3].map(async (no) => (await dutyRow(now(), no)).state))
    expect(await sums(now(), id, START)).toEqual({ agreed: 660_000, recovered: 0, remaining: 660_000 })

    // The first is paid on its day, with a receipt.
    await now().until(at('2026-12-20'))
    expect(await records(at('2026-12-20'), 1, { proof: 'receipt' })).toMatchObject({
      state: 'PERFORMING',
      left: 2,
      remainingFen: 0,
    })
    expect(await sums(now(), id, at('2026-12-20'))).toMatchObject({ recovered: EACH, remaining: 440_000 })

    // Asked the day after, whom it is owed to says what has come in all; the debtor says more, and that counts for nothing.
    const [first] = await asking(now(), 1)
    const no = Number(first?.no)
    await answered(now(), {
      no,
      side: 'A',
      who: A,
      answers: answers({ theirs: 'part', received: money(EACH + 219_999) }),
    })
    await answered(now(), {
      no,
      side: 'B',
      who: B,
      answers: answers({ own: 'part', paid: money(EACH + 219_999) }),
    })
    const heard = Math.max(...(await now().rows('revisits')).map((row) => Number(row.ended_at)))
    expect(await dutyRow(now(), 2)).toMatchObject({ state: 'part' })
    expect(await sums(now(), id, heard)).toEqual({ agreed: 660_000, recovered: 439_999, remaining: 220_001 })
    const events = (await now().rows('duty_events')).map((row) => [
      row.what,
      row.by,
      row.proof,
      Number(row.amount_fen),
    ])
    expect(events).toContainEqual(['part', 'A', 'creditor', 219_999])

    // More time for the rest: both are asked, each alone, and nothing moves before both have said yes.
    const asked = at('2027-01-04')
    await now().until(asked)
    const [old] = await asking(now(), 2)
    expect(old).toMatchObject({ state: 'planned', why: 'after-duty' })
    const change = { what: 'extended', how: 'ask', newDue: '2027-02-01', reason: '差一分，春节前补' }
    expect(await records(asked, 2, change)).toMatchObject({
      asked: ['A', 'B'],
      unsigned: [],
      remainingFen: 1,
    })
    const opened = await now().until(asked + HOUR)
    const questions = opened.map(
      ({ to, event }) => [to.id, event.flow, event.given as SupplementGiven] as const,
    )
    expect(new Map(questions.map(([to, flow]) => [to, flow]))).toEqual(
      new Map([A, B].map(({ id: to }) => [to, 'supplement'])),
    )
    const given = questions[0]?.[2]
    if (!given) throw new Error('nobody was asked')
    expect(given).toMatchObject({ what: '赔医药费（2/3）', due: dueOn('2027-02-02'), fen: null })
    expect(JSON.stringify(questions)).not.toMatch(/补|219999|officer/)
    const says = (who: typeof A, when: number) =>
      act(now(), who, when, confirmSupplement, { supplement: given.supplement, agree: 'yes' })
    expect(await says(A, asked + 2 * HOUR)).toEqual({ number: 'RD-2026-0001' })
    expect(Number((await dutyRow(now(), 2)).due_at)).toBe(dueOn('2027-01-21'))
    expect(await says(B, asked + 3 * HOUR)).toEqual({ number: 'RD-2026-0001' })
    expect(Number((await dutyRow(now(), 2)).due_at)).toBe(dueOn('2027-02-02'))
    expect(await now().rows('supplements')).toMatchObject([
      { state: 'agreed', agreed_a: 'chat', agreed_b: 'chat' },
    ])
    expect(await toldOf(now(), officer.at, 'supplement')).toMatchObject([{ duty: 2, result: 'agreed' }])
    expect(await sums(now(), id, asked + 3 * HOUR)).toEqual({
      agreed: 660_000,
      recovered: 439_999,
      remaining: 220_001,
    })

    // The round of the day after follows, and is the same round.
    const [round, ...others] = await asking(now(), 2)
    expect([round?.id, others]).toEqual([old?.id, []])
    expect(Number(round?.at)).toBeGreaterThan(dueOn('2027-02-02'))
    expect(Number(round?.at)).toBeLessThan(dueOn('2027-02-05'))

    // The old day is nothing any more. Before the new one only the debtor is told what is left, to the fen.
    await now().until(at('2027-02-01', '23:00'))
    expect([await state(), await states()]).toEqual(['PERFORMING', ['done', 'part', 'open']])
    const soon = (await toldOf(now(), B, 'dutySoon')).filter(({ due }) => due === dueOn('2027-02-02'))
    expect(soon.map(({ left }) => [left, moneyText(left ?? 0, 'zh')])).toEqual([
      [1, '0.01元'],
      [1, '0.01元'],
    ])
    expect(await toldOf(now(), A, 'dutySoon')).toEqual([])

    // Its day passes: in breach with the end of the day, and in the morning everybody who should knows what may be done.
    await now().until(dueOn('2027-02-02'))
    expect(await state()).toBe('PERFORMING')
    await now().until(at('2027-02-02', '00:00'))
    expect([await state(), await states()]).toEqual(['BREACHED', ['done', 'overdue', 'open']])
    expect(await toldOf(now(), A, 'notKept')).toEqual([])
    await now().until(at('2027-02-02', '10:00'))
    expect(await toldOf(now(), A, 'notKept')).toMatchObject([{ number: 'RD-2026-0001', remedies: ['court'] }])
    expect(await toldOf(now(), B, 'notKept')).toEqual([])
    expect((await toldOf(now(), officer.at, 'dutyOverdue')).at(-1)).toMatchObject({
      duty: 2,
      remedies: ['court'],
    })
    expect((await toldOf(now(), B, 'dutyLate')).at(-1)).toMatchObject({ left: 1 })
    expect(await sums(now(), id, at('2027-02-02'))).toEqual({
      agreed: 660_000,
      recovered: 439_999,
      remaining: 220_001,
    })

    // The last fen and the third, by receipt: settled.
    const part = { what: 'part', proof: 'receipt' }
    expect(await records(at('2027-02-03'), 2, { ...part, amount: money(2) })).toMatchObject({
      refused: 'wrong-amount',
    })
    expect(await records(at('2027-02-03'), 2, { ...part, amount: money(1) })).toMatchObject({
      remainingFen: 0,
      left: 1,
    })
    expect(await sums(now(), id, at('2027-02-03'))).toMatchObject({ recovered: 440_000, remaining: EACH })
    expect(await records(at('2027-02-19'), 3, { proof: 'receipt' })).toMatchObject({
      state: 'REVISITING',
      left: 0,
      remainingFen: 0,
    })
    expect(await sums(now(), id, at('2027-02-19'))).toEqual({
      agreed: 660_000,
      recovered: 660_000,
      remaining: 0,
    })
    expect((await pathOf(now(), id)).filter((to, i, all) => to !== all[i - 1]).slice(-4)).toEqual([
      'AGREED',
      'PERFORMING',
      'BREACHED',
      'REVISITING',
    ])
    expect([await now().waits('duty'), await now().waits('breach'), await now().waits('supplement')]).toEqual(
      [[], [], []],
    )
  })
})
