import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type CloseGiven = CaseGiven & { roundsLeft: number; dutiesOpen: number; surface: number }
/** 结案: a leader closes; open rounds need an accepted reason, open duties and a tense peace refuse. */
export type CloseDispute = Command<
  'closeDispute',
  { dispute: string; rev: number; reason: string; waiveRounds: 'yes' | 'no' | null },
  Moved | Refused
>
