import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Moved } from '../screening/commands.ts'

export type ConfirmationGiven = CaseGiven & {
  /** The number of the agreement in force. */
  agreement: string
  /** Until when both may ask the court; null where that time does not run. */
  until: Instant | null
}

/** 司法确认: the sides asked the court, it confirmed the agreement, or it refused. */
export type RecordConfirmation = Command<
  'recordConfirmation',
  {
    dispute: string
    rev: number
    what: 'asked' | 'confirmed' | 'refused'
    /** The day the court confirmed it, YYYY-MM-DD. */
    day: string | null
  },
  (Moved & { agreement: string }) | Refused
>
