import type { CaseGiven, Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type DutyGiven = CaseGiven & {
  /**
   * Duties that are still open, by number. `askable`: at least one side can be asked in chat whether it may be changed,
   * which never is so in a case that officers lead. `unsigned`: both sides are asked about a change of it, and one that is not in
   * chat has not signed yet.
   */
  duties: (Choice & {
    money: boolean
    remainingFen: number | null
    askable?: boolean
    unsigned?: boolean
  })[]
}

/**
 * How a change of a duty was confirmed: both signed a written supplement, both are to be asked in chat, or who is not in
 * chat has signed what the other is asked about.
 */
export type ConfirmedBy = 'paper' | 'ask' | 'signed'

export type RecordDuty = Command<
  'recordDuty',
  {
    dispute: string
    rev: number
    duty: string
    what: 'done' | 'part' | 'not' | 'extended' | 'waived'
    amount: Money | null
    /**
     * A receipt, a transfer record or the entitled side's own word; an officer who saw it, where it is no payment. The
     * debtor's word is never enough.
     */
    proof: 'receipt' | 'transfer' | 'creditor' | 'seen' | null
    evidence: FileRef[] | null
    newDue: string | null
    /** Another sum in all, where the change is about a payment. */
    newAmount?: Money | null
    how?: ConfirmedBy | null
    reason: string | null
  },
  | (Moved & {
      left: number
      remainingFen: number
      /** Sides that are asked in chat about the change, and sides whose signature is needed on paper. */
      asked?: Side[]
      unsigned?: Side[]
    })
  | Refused
>
