import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type UneasyGiven = CaseGiven
/** 不放心: one level up at once, never above RED, and a written plan is owed by `planDue`. */
export type VoiceUnease = Command<
  'voiceUnease',
  { dispute: string; rev: number; reason: string },
  (Moved & { level: string; planDue: number }) | Refused
>
