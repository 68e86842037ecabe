// A duty for tests: one payment unless told otherwise.
import type { Duty } from '../../flows/casework/duties.ts'
import { isRefused, type Refused } from '../../flows/casework/refusal.ts'
import { when } from './when.ts'

export const duty = (change: Partial<Duty> = {}): Duty => ({
  no: 1,
  debtor: 'B',
  creditor: 'A',
  kind: 'payment',
  amountFen: 6_600_000,
  what: '支付工资',
  place: null,
  dueAt: when('2026-12-31 23:59'),
  graceDays: 0,
  dependsOn: null,
  performed: [],
  waived: null,
  ...change,
})

/** What was allowed; a refusal fails the test. */
export function allowed<T>(value: T | Refused): T {
  if (isRefused(value)) throw new Error(value.refused)
  return value
}
