import type { CaseGiven } from '../case.ts'
import type { PlanTold } from '../casework/plan-told.ts'
import type { Mode } from '../casework/tables/level.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

/** `keep`: nothing; who only looked at the plan leaves it as it is. */
export type PlanChange = 'keep' | 'add' | 'move' | 'waive' | 'cut'

export type PlanGiven = CaseGiven & {
  plan: PlanTold
  /** What this person may do with it. */
  changes: PlanChange[]
  /** Rounds that have not begun, and those that a leader may let go. */
  movable: Choice[]
  waivable: Choice[]
}

/** More rounds, another day, or fewer; each by the one who may, with a reason that is kept. */
export type ChangePlan = Command<
  'changePlan',
  {
    dispute: string
    rev: number
    change: PlanChange
    /** The round that is moved or let go. */
    round: string | null
    /** The new day, YYYY-MM-DD at the station. */
    day: string | null
    /** How the added one is to be made. */
    mode: Mode | null
    reason: string | null
  },
  (Moved & { plan: PlanTold }) | Refused
>
