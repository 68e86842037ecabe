import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type AtEaseGiven = CaseGiven
/** A leader is at ease with it again. The level stays where it is: lowering it is a deed of its own. */
export type SettleUnease = Command<
  'settleUnease',
  { dispute: string; rev: number; reason: string },
  (Moved & { level: string }) | Refused
>
