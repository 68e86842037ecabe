// The ledger over whatever may happen to the payments of an agreement: to the fen, and never more than the truth.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivalsOf } from '../../flows/casework/arrivals.ts'
import { DAY, defaultCalendar, type Instant } from '../../flows/casework/calendar.ts'
import { type Duty, isConfirmed, type Proof, standing } from '../../flows/casework/duties.ts'
import { ledgerOf, reminders } from '../../flows/casework/ledger.ts'
import { type Fen, isFen, moneyText, sumFen } from '../../flows/casework/money.ts'
import { confirm, perform, reschedule, waive } from '../../flows/casework/performing.ts'
import { isRefused, type Refused } from '../../flows/casework/refusal.ts'
import { duty } from './duty.ts'
import { when } from './when.ts'

const START = when('2026-12-01 10:00')

type Step =
  | { do: 'part'; duty: number; fen: Fen; proof: Proof | 'creditor' | null }
  | { do: 'confirm'; duty: number; entry: number; with: Proof | 'creditor' }
  | { do: 'arrived'; fen: Fen }
  | { do: 'waive'; duty: number }
  | { do: 'change'; duty: number; days: number; fen: Fen | null }
  | { do: 'wait'; days: number }

// Small sums hit the edges; large ones show that nothing is ever a fraction.
const sums = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 700_000 }),
  fc.integer({ min: 1, max: 1e12 }),
)
const which = fc.nat({ max: 3 })
const proof = fc.constantFrom('receipt' as const, 'transfer' as const, 'photo' as const, 'creditor' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('part' as const),
      duty: which,
      fen: sums,
      proof: fc.option(proof),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('confirm' as const),
      duty: which,
      entry: fc.integer({ min: 1, max: 4 }),
      with: proof,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('arrived' as const), fen: sums }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('waive' as const), duty: which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      duty: which,
      days: fc.integer({ min: 0, max: 60 }),
      fen: fc.option(sums),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: -3, max: 40 }) }),
  },
)

const by = (with_: Proof | 'creditor' | null) =>
  with_ === null ? {} : with_ === 'creditor' ? { confirmedBy: ['creditor' as const] } : { proofs: [with_] }

/** What somebody does; a refusal changes nothing. `counted` is what was confirmed by it, added up apart from the ledger. */
function take(duties: readonly Duty[], step: Step, now: Instant): Duty[] {
  const change = (at: number, act: (one: Duty) => Duty | Refused): Duty[] =>
    duties.map((one, i) => {
      if (i !== at % duties.length) return one
      const changed = act(one)
      return isRefused(changed) ? one : changed
    })
  switch (step.do) {
    case 'part':
      return change(step.duty, (one) => perform(one, { at: now, fen: step.fen, ...by(step.proof) }))
    case 'confirm':
      return change(step.duty, (one) =>
        confirm(one, step.entry, step.with === 'creditor' ? { confirmer: 'creditor' } : { proof: step.with }),
      )
    case 'arrived': {
      const { arrived } = arrivalsOf(duties, step.fen, now)
      return duties.map((one) => {
        const come = arrived.find(({ no }) => no === one.no)
        const changed = come && perform(one, { at: now, fen: come.fen, confirmedBy: ['creditor'] })
        if (changed && isRefused(changed)) throw new Error(`what arrived was refused: ${changed.refused}`)
        return changed ?? one
      })
    }
    case 'waive':
      return change(step.duty, (one) => waive(one, { creditorAgrees: true, at: now, why: 'let go' }))
    case 'change':
      return change(step.duty, (one) =>
        reschedule(one, {
          dueAt: now + step.days * DAY,
          amountFen: step.fen,
          supplement: true,
          bothConfirm: true,
        }),
      )
    case 'wait':
      return [...duties]
  }
}

/** Yuan and fen as they are written, back into fen. */
function readBack(text: string): Fen {
  const [, yuan = '', fen = '0'] = /^([0-9,]+)(?:\.([0-9]{2}))?(?:元| yuan)$/.exec(text) ?? []
  return Number(yuan.replaceAll(',', '')) * 100 + Number(fen)
}

function holds(duties: readonly Duty[], now: Instant): void {
  const books = ledgerOf(duties, now)
  for (const one of duties) {
    const { paidFen, remainingFen, status, claimedFen } = standing(one, now, duties)
    for (const fen of [paidFen, remainingFen, claimedFen]) expect(isFen(fen)).toBe(true)
    const agreed = one.amountFen ?? 0
    expect(paidFen).toBeLessThanOrEqual(agreed)
    if (one.waived) expect([remainingFen, status]).toEqual([0, 'waived'])
    else expect(paidFen + remainingFen).toBe(agreed)
    expect(paidFen).toBe(sumFen(one.performed.filter(isConfirmed).map(({ fen }) => fen ?? 0)))
    if (!one.waived) expect(status === 'done').toBe(paidFen === agreed)
    if (status === 'overdue') expect([remainingFen > 0, (one.dueAt ?? now) < now]).toEqual([true, true])
    for (const locale of ['zh', 'en'] as const)
      expect(readBack(moneyText(remainingFen, locale))).toBe(remainingFen)
    // Nobody is reminded of what has ended, and never of a day that was moved.
    const told = reminders(one, defaultCalendar, now)
    if (status === 'done' || status === 'waived') expect(told).toEqual([])
    expect(told.every(({ at }) => at > now && Math.abs(at - (one.dueAt ?? at)) <= 4 * DAY)).toBe(true)
  }
  const confirmed = sumFen(
    duties.flatMap(({ performed }) => performed.filter(isConfirmed).map(({ fen }) => fen ?? 0)),
  )
  expect(books.recoveredFen).toBe(confirmed)
  expect(books.recoveredFen).toBeLessThanOrEqual(books.agreedFen)
  const waived = duties.filter((one) => one.waived)
  const letGo = sumFen(waived.map((one) => (one.amountFen ?? 0) - standing(one, now).paidFen))
  expect(books.recoveredFen + books.remainingFen + letGo).toBe(books.agreedFen)
}

describe('whatever happens to the payments of an agreement', () => {
  test('paid and remaining are what was agreed, and recovered is what was confirmed, at every moment', () => {
    const agreed = fc.array(sums, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(agreed, fc.array(step, { maxLength: 30 }), (amounts, steps) => {
        let now = START
        let duties: Duty[] = amounts.map((amountFen, at) =>
          duty({ no: at + 1, amountFen, dueAt: START + (at + 1) * 20 * DAY }),
        )
        holds(duties, now)
        for (const one of steps) {
          const before = ledgerOf(duties, now)
          // The machine's clock may be put back, too.
          if (one.do === 'wait') now += one.days * DAY
          duties = take(duties, one, now)
          holds(duties, now)
          // Nothing takes confirmed money back, and nothing that is no confirmation adds any.
          const after = ledgerOf(duties, now)
          expect(after.recoveredFen).toBeGreaterThanOrEqual(before.recoveredFen)
          if (!['part', 'confirm', 'arrived'].includes(one.do))
            expect(after.recoveredFen).toBe(before.recoveredFen)
          if (one.do === 'part' && (one.proof === null || one.proof === 'photo'))
            expect(after.recoveredFen).toBe(before.recoveredFen)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('what arrives in all is booked once, in the order of the days, and to the fen', () => {
    fc.assert(
      fc.property(
        fc.array(sums, { minLength: 1, maxLength: 4 }),
        fc.array(sums, { maxLength: 6 }),
        (amounts, said) => {
          const total = sumFen(amounts)
          let duties = amounts.map((amountFen, at) =>
            duty({ no: at + 1, amountFen, dueAt: START + (amounts.length - at) * DAY }),
          )
          let most = 0
          for (const fen of said) {
            const { doubt } = arrivalsOf(duties, fen, START)
            expect(doubt).toBe(fen < Math.min(most, total) ? 'less' : fen > total ? 'more' : null)
            duties = take(duties, { do: 'arrived', fen }, START)
            most = Math.max(most, fen)
            expect(ledgerOf(duties, START).recoveredFen).toBe(Math.min(most, total))
            // Said again, it is nothing new.
            expect(arrivalsOf(duties, Math.min(most, total), START).arrived).toEqual([])
            // A later day has something only once every earlier one has all.
            const inOrder = [...duties].sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
            const first = inOrder.findIndex((one) => standing(one, START).status !== 'done')
            if (first >= 0)
              expect(inOrder.slice(first + 1).every((one) => standing(one, START).paidFen === 0)).toBe(true)
          }
        },
      ),
    )
  })
})

describe('a change that both sides confirmed', () => {
  const half = () => {
    const part = perform(duty({ amountFen: 220_000 }), { at: START, fen: 219_999, proofs: ['receipt'] })
    if (isRefused(part)) throw new Error(part.refused)
    return part
  }
  const both = { supplement: true, bothConfirm: true, dueAt: START + 30 * DAY }

  test('moves what is left, and keeps what was paid', () => {
    const later = reschedule(half(), both)
    expect(later).toMatchObject({ dueAt: both.dueAt, amountFen: 220_000 })
    if (isRefused(later)) return
    expect(standing(later, START)).toMatchObject({ status: 'partial', paidFen: 219_999, remainingFen: 1 })
    expect(moneyText(1, 'zh')).toBe('0.01元')
  })

  test('may let the rest go by another sum, and never go below what was paid', () => {
    const less = reschedule(half(), { ...both, amountFen: 219_999 })
    if (isRefused(less)) throw new Error(less.refused)
    expect(standing(less, START)).toMatchObject({ status: 'done', remainingFen: 0 })
    for (const amountFen of [0, 219_998, 0.5])
      expect(reschedule(half(), { ...both, amountFen })).toMatchObject({ refused: 'wrong-amount' })
    expect(reschedule(duty({ kind: 'removal', amountFen: null }), { ...both, amountFen: 1 })).toMatchObject({
      refused: 'no-money',
    })
  })

  test('is none by one side alone, nor of what has ended', () => {
    for (const one of [{ supplement: false }, { bothConfirm: false }])
      expect(reschedule(half(), { ...both, ...one })).toMatchObject({ refused: 'not-agreed' })
    const done = perform(duty(), { at: START, fen: 6_600_000, confirmedBy: ['creditor'] })
    if (isRefused(done)) throw new Error(done.refused)
    expect(reschedule(done, both)).toMatchObject({ refused: 'done' })
  })
})
