import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, DAY, dayOf, defaultCalendar, inQuietHours, MINUTE } from '../../flows/casework/calendar.ts'
import {
  type Confirmer,
  type Duty,
  dutySchema,
  isConfirmed,
  type Proof,
  standing,
} from '../../flows/casework/duties.ts'
import { dueIn, ledgerOf, reminders } from '../../flows/casework/ledger.ts'
import { fenOf, isFen, moneyText, sumFen } from '../../flows/casework/money.ts'
import { checkDuties, confirm, perform, reschedule, waive } from '../../flows/casework/performing.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import { allowed, duty } from './duty.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 5_000 }
const AT = when('2026-12-20 10:00')
const wall = duty({ kind: 'removal', amountFen: null, what: '把墙退0.3米' })
const refused = (value: unknown): string => (isRefused(value) ? value.refused : 'ok')

describe('a payment', () => {
  it.each<[string, Proof[], Confirmer[], boolean]>([
    ["the debtor's own word", [], [], false],
    ['a photo', ['photo'], [], false],
    ['a receipt', ['receipt'], [], true],
    ['a transfer', ['transfer'], [], true],
    ["the creditor's word", [], ['creditor'], true],
    ["an officer's word", [], ['officer'], true],
  ])('by %s', (_, proofs, confirmedBy, done) => {
    const paid = allowed(perform(duty(), { at: AT, fen: 6_600_000, proofs, confirmedBy }))
    const { status, remainingFen, claimedFen } = standing(paid, AT)
    expect(status).toBe(done ? 'done' : 'pending')
    expect(remainingFen).toBe(done ? 0 : 6_600_000)
    expect(claimedFen).toBe(done ? 0 : 6_600_000)
  })

  it('stands in part until the last fen is there', () => {
    let one = allowed(perform(duty({ amountFen: 100 }), { at: AT, fen: 33, proofs: ['receipt'] }))
    expect(standing(one, AT)).toMatchObject({ status: 'partial', paidFen: 33, remainingFen: 67 })
    one = allowed(perform(one, { at: AT + 1, fen: 67, confirmedBy: ['creditor'] }))
    expect(standing(one, AT + 1)).toMatchObject({ status: 'done', remainingFen: 0, doneAt: AT + 1 })
  })

  it('turns from a claim into money when the creditor confirms it', () => {
    const claimed = allowed(perform(duty(), { at: AT, fen: 1_000_000 }))
    const confirmed = allowed(confirm(claimed, 1, { confirmer: 'creditor' }))
    expect(standing(confirmed, AT)).toMatchObject({ paidFen: 1_000_000, claimedFen: 0 })
    expect(allowed(confirm(confirmed, 1, { confirmer: 'creditor' })).performed[0]!.confirmedBy).toEqual([
      'creditor',
    ])
    expect(allowed(confirm(confirmed, 1, { proof: 'receipt' })).performed[0]!.proofs).toEqual(['receipt'])
  })

  it('is overdue after its last moment and its days of grace', () => {
    const late = (graceDays: number, now: number) => standing(duty({ graceDays }), now).status
    const due = duty().dueAt!
    expect(late(0, due)).toBe('pending')
    expect(late(0, due + 1)).toBe('overdue')
    expect(late(3, due + 3 * DAY)).toBe('pending')
    expect(late(3, due + 3 * DAY + 1)).toBe('overdue')
    const part = allowed(perform(duty(), { at: AT, fen: 100, proofs: ['receipt'] }))
    expect(standing(part, due + 1)).toMatchObject({
      status: 'overdue',
      paidFen: 100,
      remainingFen: 6_599_900,
    })
  })

  it.each([
    ['nothing', { fen: 0 }, 'wrong-amount'],
    ['less than nothing', { fen: -5 }, 'wrong-amount'],
    ['half a fen', { fen: 0.5 }, 'wrong-amount'],
    ['too much', { fen: 6_600_001 }, 'wrong-amount'],
    ['no sum', { fen: null }, 'no-amount'],
  ])('of %s is refused', (_, done, why) => {
    expect(refused(perform(duty(), { at: AT, ...done }))).toBe(why)
  })

  it('cannot be paid twice by confirming two claims for the same money', () => {
    let one = duty({ amountFen: 100 })
    for (const at of [AT, AT + 1]) one = allowed(perform(one, { at, fen: 100 }))
    one = allowed(confirm(one, 1, { proof: 'transfer' }))
    expect(refused(confirm(one, 2, { confirmer: 'officer' }))).toBe('too-much')
    expect(refused(confirm(one, 3, { confirmer: 'officer' }))).toBe('unknown')
    expect(refused(perform(one, { at: AT, fen: 1 }))).toBe('done')
  })
})

describe('a thing to be done', () => {
  it('needs more than the word of who owes it, and a photo is enough', () => {
    expect(standing(allowed(perform(wall, { at: AT, fen: null })), AT).status).toBe('pending')
    expect(standing(allowed(perform(wall, { at: AT, fen: null, proofs: ['photo'] })), AT).status).toBe('done')
    const half = allowed(perform(wall, { at: AT, fen: null, whole: false, confirmedBy: ['creditor'] }))
    expect(standing(half, AT)).toMatchObject({ status: 'partial', remainingFen: 0 })
    expect(refused(perform(wall, { at: AT, fen: 100 }))).toBe('no-money')
  })

  it('without an end never falls due', () => {
    const quiet = duty({ kind: 'stop', amountFen: null, dueAt: null })
    expect(standing(quiet, AT + 999 * DAY)).toMatchObject({ status: 'pending', overdueFrom: null })
    expect(ledgerOf([quiet], AT + 999 * DAY)).toMatchObject({ open: [], overdue: [] })
  })

  it('waits for another, and has a day once that is done', () => {
    const first = duty({ ...wall, no: 1, debtor: 'A', creditor: 'B' })
    const second = duty({ no: 2, dependsOn: 1 })
    const due = second.dueAt!
    expect(standing(second, due + 9 * DAY, [first, second])).toMatchObject({
      status: 'pending',
      waitsFor: 1,
      overdueFrom: null,
    })
    const done = allowed(perform(first, { at: due + 9 * DAY, fen: null, proofs: ['photo'] }))
    expect(standing(second, due + 10 * DAY, [done, second])).toMatchObject({
      status: 'pending',
      waitsFor: null,
    })
    expect(standing(second, due + 10 * DAY + 1, [done, second]).status).toBe('overdue')
    const waived = allowed(waive(first, { creditorAgrees: true, at: AT, why: '算清了' }))
    expect(standing(second, due + 1, [waived, second]).status).toBe('overdue')
  })
})

describe('changing a duty', () => {
  it('needs both sides', () => {
    expect(refused(waive(duty(), { creditorAgrees: false, at: AT, why: '困难' }))).toBe('not-agreed')
    expect(refused(waive(duty(), { creditorAgrees: true, at: AT, why: '' }))).toBe('not-agreed')
    const free = allowed(waive(duty(), { creditorAgrees: true, at: AT, why: '困难' }))
    expect(standing(free, AT + 99 * DAY)).toMatchObject({ status: 'waived', remainingFen: 0 })
    expect(refused(perform(free, { at: AT, fen: 1 }))).toBe('waived')
    const later = { dueAt: when('2027-01-31'), supplement: true, bothConfirm: true }
    expect(allowed(reschedule(duty(), later)).dueAt).toBe(when('2027-01-31'))
    expect(refused(reschedule(duty(), { ...later, supplement: false }))).toBe('not-agreed')
    expect(refused(reschedule(duty(), { ...later, bothConfirm: false }))).toBe('not-agreed')
  })

  it.each([
    ['two of one number', [duty(), duty()], 'twice'],
    ['a payment without a sum', [duty({ amountFen: null })], 'no-amount'],
    ['a sum of nothing', [duty({ kind: 'return', amountFen: 0 })], 'no-amount'],
    ['one party to itself', [duty({ creditor: 'B' })], 'same-party'],
    ['waiting for itself', [duty({ dependsOn: 1 })], 'order'],
    ['waiting for a later one', [duty({ dependsOn: 2 }), duty({ no: 2 })], 'order'],
    ['waiting for nothing', [duty({ no: 5, dependsOn: 3 })], 'order'],
    ['a proper pair', [duty(), duty({ no: 2, dependsOn: 1 })], 'ok'],
  ])('%s', (_, duties, why) => {
    expect(refused(checkDuties(duties))).toBe(why)
  })

  it('survives JSON', () => {
    const paid = allowed(perform(duty(), { at: AT, fen: 1, proofs: ['receipt'] }))
    expect(dutySchema.parse(JSON.parse(JSON.stringify(paid)))).toEqual(paid)
    for (const amountFen of [0.5, 0, -1])
      expect(dutySchema.safeParse({ ...paid, amountFen }).success).toBe(false)
  })
})

describe('sums', () => {
  const part = fc.record({
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    proofs: fc.subarray(['receipt', 'transfer', 'photo'] as const),
    confirmedBy: fc.subarray(['creditor', 'officer'] as const),
  })

  it('are exact to the fen however a payment is split', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000_00 }),
        fc.array(part, { maxLength: 12 }),
        (amountFen, parts) => {
          let one: Duty = duty({ amountFen })
          let paid = 0
          for (const [i, { share, proofs, confirmedBy }] of parts.entries()) {
            const { remainingFen } = standing(one, AT)
            const fen = Math.max(1, Math.floor(remainingFen * share))
            const next = perform(one, { at: AT + i, fen, proofs, confirmedBy })
            if (isRefused(next)) {
              expect(remainingFen).toBe(0)
              continue
            }
            if (isConfirmed(next.performed.at(-1)!)) paid += fen
            one = next
          }
          const now = standing(one, AT)
          expect(now.paidFen).toBe(paid)
          expect(now.paidFen + now.remainingFen).toBe(amountFen)
          expect([now.paidFen, now.remainingFen, now.claimedFen].every(isFen)).toBe(true)
          expect(now.status === 'done').toBe(paid === amountFen)
        },
      ),
      RUNS,
    )
  })

  it('never call a payment done on the word of who owes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        (amountFen, photos) => {
          let one: Duty = duty({ amountFen })
          for (const photo of photos)
            one = allowed(perform(one, { at: AT, fen: amountFen, proofs: photo ? ['photo'] : [] }))
          expect(standing(one, AT)).toMatchObject({ status: 'pending', paidFen: 0, remainingFen: amountFen })
        },
      ),
      RUNS,
    )
  })

  it('of an agreement add up, and only what was really returned is recovered', () => {
    const amounts = fc.array(
      fc.record({
        fen: fc.integer({ min: 1, max: 1_000_000 }),
        paid: fc.boolean(),
        kind: fc.constantFrom('payment', 'return', 'removal' as const),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(amounts, (list) => {
        const duties = list.map(({ fen, paid, kind }, i) => {
          const one = duty({ no: i + 1, kind, amountFen: fen })
          return paid ? allowed(perform(one, { at: AT, fen, proofs: ['receipt'] })) : one
        })
        const books = ledgerOf(duties, AT)
        const sum = (kept: (one: (typeof list)[0]) => boolean) =>
          sumFen(list.filter(kept).map(({ fen }) => fen))
        expect(books.agreedFen).toBe(sum(() => true))
        expect(books.remainingFen).toBe(sum(({ paid }) => !paid))
        expect(books.recoveredFen).toBe(sum(({ paid, kind }) => paid && kind !== 'removal'))
        expect(books.done.length + books.open.length).toBe(list.length)
      }),
      RUNS,
    )
  })

  it('of S02 come to 132,000 yuan, in two parts, the second late', () => {
    const half = fenOf(66_000)
    let first = duty({ no: 1, amountFen: half, dueAt: when('2026-12-31 23:59') })
    let second = duty({ no: 2, amountFen: half, dueAt: when('2027-01-15 23:59') })
    first = allowed(perform(first, { at: when('2026-12-31 16:00'), fen: half, proofs: ['transfer'] }))
    expect(ledgerOf([first, second], when('2027-01-16 00:00'))).toMatchObject({
      open: [2],
      overdue: [2],
      done: [1],
      agreedFen: fenOf(132_000),
      remainingFen: half,
      recoveredFen: half,
    })
    second = allowed(perform(second, { at: when('2027-01-22'), fen: half, confirmedBy: ['creditor'] }))
    expect(ledgerOf([first, second], when('2027-01-22 12:00'))).toMatchObject({
      open: [],
      overdue: [],
      recoveredFen: fenOf(132_000),
    })
  })
})

describe('reminders', () => {
  it('go to the debtor three days before and on the day, to the officer the day after', () => {
    expect(reminders(duty(), defaultCalendar)).toEqual([
      { duty: 1, at: when('2026-12-28 09:00'), to: 'debtor', code: 'D-3' },
      { duty: 1, at: when('2026-12-31 09:00'), to: 'debtor', code: 'D0' },
      { duty: 1, at: when('2027-01-01 09:00'), to: 'officer', code: 'D+1' },
    ])
  })

  it('leave out what lies behind, what is done, waived or endless', () => {
    expect(reminders(duty({ graceDays: 2 }), defaultCalendar, when('2026-12-31 10:00'))).toEqual([
      { duty: 1, at: when('2027-01-03 09:00'), to: 'officer', code: 'D+1' },
    ])
    expect(reminders(duty(), defaultCalendar, when('2026-12-31 09:00')).map(({ code }) => code)).toEqual([
      'D+1',
    ])
    expect(reminders(duty({ dueAt: null }), defaultCalendar)).toEqual([])
    const done = allowed(perform(duty(), { at: AT, fen: 6_600_000, proofs: ['receipt'] }))
    expect(reminders(done, defaultCalendar)).toEqual([])
  })

  it('never come at night', () => {
    fc.assert(
      fc.property(fc.integer({ min: when('2024-01-01'), max: when('2032-12-31') }), (dueAt) => {
        for (const { at } of reminders(duty({ dueAt }), defaultCalendar))
          expect(inQuietHours(at, defaultCalendar)).toBe(false)
      }),
      RUNS,
    )
  })

  it('and due dates end with their day', () => {
    const due = dueIn(3, AT, defaultCalendar)
    expect(dayOf(due, defaultCalendar)).toBe('2026-12-23')
    expect(due).toBe(when('2026-12-24') - 1)
    expect(addDays(AT, 3)).toBeLessThan(due)
    expect(due - AT).toBeGreaterThan(MINUTE)
  })
})

describe('money', () => {
  it('is told in yuan, with fen only where there are some', () => {
    expect(moneyText(fenOf(66_000), 'zh')).toBe('66000元')
    expect(moneyText(50, 'zh')).toBe('0.50元')
    expect(moneyText(6_600_005, 'en')).toBe('66,000.05 yuan')
    expect(moneyText(fenOf(1_234_567), 'en')).toBe('1,234,567 yuan')
    expect(fenOf(0.1 + 0.2)).toBe(30)
    expect(() => fenOf(1e15)).toThrow('out of range')
    expect(isFen(-1)).toBe(false)
  })
})
