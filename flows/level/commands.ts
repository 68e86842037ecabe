import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type LevelGiven = CaseGiven
/** Up or down by one level; lowering needs the right person, a reason and calm days. */
export type AdjustLevel = Command<
  'adjustLevel',
  { dispute: string; rev: number; direction: 'raise' | 'lower'; reason: string },
  (Moved & { level: string }) | Refused
>
