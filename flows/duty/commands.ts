import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type DutyGiven = CaseGiven & {
  /** Duties that are still open, by number. */
  duties: (Choice & { money: boolean; remainingFen: number | null })[]
}

export type RecordDuty = Command<
  'recordDuty',
  {
    dispute: string
    rev: number
    duty: string
    what: 'done' | 'part' | 'not' | 'extended' | 'waived'
    amount: Money | null
    /** A receipt, a transfer record or the entitled side's own word; the debtor's word is not enough. */
    proof: 'receipt' | 'transfer' | 'creditor' | 'seen' | null
    evidence: FileRef[] | null
    newDue: string | null
    reason: string | null
  },
  (Moved & { left: number; remainingFen: number }) | Refused
>
