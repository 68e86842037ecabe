import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type CalmGiven = CaseGiven
/** 险情解除: the duty officer says what was done; the case goes back to screening with its track and agreement. */
export type EndEmergency = Command<
  'endEmergency',
  { dispute: string; rev: number; done: string; injured: 'none' | 'minor' | 'serious' },
  Moved | Refused
>
