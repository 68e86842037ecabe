import type { WarningGroup } from '../casework/warnings/said.ts'
import type { Command, Refused } from '../core/command.ts'

/** Begun with nothing: it is about no case. */
export type WarningsGiven = { offset: number }
/** The warnings that stand for whoever asks, by code, with their reasons and cases. */
export type ShowWarnings = Command<
  'showWarnings',
  { [name: string]: never },
  { groups: WarningGroup[] } | Refused
>
