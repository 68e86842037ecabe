import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type WorkPlanGiven = CaseGiven & {
  plan: string
  due: number
}
/** 对策: what will be done, by whom, until when. Sealed, and shown in the story of the case. */
export type WriteWorkPlan = Command<
  'writeWorkPlan',
  { plan: string; dispute: string; what: string; who: string; until: string },
  Moved | Refused
>
