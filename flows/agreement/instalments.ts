// One thing that was dictated, as the duties it is: an instalment each, with its own sum and day.
import { monthly } from '../casework/instalments.ts'
import type { Day } from '../core/questions/date.ts'
import type { DutyInput } from './commands.ts'
import { type PaySum, partsOf } from './pay-sum.ts'

type Dictated = Pick<DutyInput, 'debtor' | 'kind' | 'what'> & {
  amount?: PaySum | null
  payBy?: Day | null
  due?: Day | null
}

export function dutiesIn({
  debtor,
  kind,
  what,
  amount = null,
  payBy = null,
  due = null,
}: Dictated): DutyInput[] {
  const by = payBy ?? due
  const sums = amount === null ? [] : partsOf(amount)
  if (amount === null || sums.length < 2) {
    const whole = amount && { fen: amount.fen, approx: amount.approx }
    return [{ debtor, kind, what, amount: whole, due: by }]
  }
  const days = amount.parts?.days ?? (by === null ? null : monthly(by, sums.length))
  return sums.map((fen, at) => ({
    debtor,
    kind,
    what: `${what}（${at + 1}/${sums.length}）`,
    amount: { fen, approx: false },
    due: days?.[at] ?? null,
  }))
}
