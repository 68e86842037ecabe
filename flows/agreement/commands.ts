import type { CaseGiven, PartyGiven, Side } from '../case.ts'
import type { PlanTold } from '../casework/plan-told.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'
import type { Moved } from '../screening/commands.ts'

export type AgreementGiven = CaseGiven & { parties: PartyGiven[]; oralAllowed: boolean }

export type DutyKind = 'pay' | 'remove' | 'return' | 'apologise' | 'stop' | 'boundary' | 'other'
export type DutyInput = {
  /** Who owes it: a side, both sides to each other, or a third such as the school or the main contractor. */
  debtor: Side | 'both' | 'third'
  kind: DutyKind
  what: string
  /** Only for payments and returns of money. */
  amount?: Money | null
  /** The last day, YYYY-MM-DD at the station; null for a lasting duty (stop doing something). */
  due: string | null
}

export type RecordAgreement = Command<
  'recordAgreement',
  {
    dispute: string
    rev: number
    form: 'written' | 'oral'
    duties: DutyInput[]
    /** Everything was performed on the spot. */
    onTheSpot: 'yes' | 'no'
    /** Both sides signed or gave a fingerprint, the mediator signed and the committee sealed. */
    signed: 'yes' | 'no'
    photo: FileRef[] | null
  },
  (Moved & { agreement: string; plan: PlanTold }) | Refused
>
