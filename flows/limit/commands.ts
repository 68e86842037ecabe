import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type LimitGiven = CaseGiven & {
  /** Those that begin on a day which only an officer knows; the label says which day. */
  dated: Choice[]
  /** Those that run and can be done. */
  running: Choice[]
  /** Both sides may go on talking beyond the month. */
  longer: boolean
}

/** 时限: one begins on a day, was kept, or is prolonged because both sides want to go on. */
export type RecordLimit = Command<
  'recordLimit',
  {
    dispute: string
    rev: number
    what: 'start' | 'done' | 'longer'
    /** A code of casework/tables/time-limits; `T-PO:24` is an urgent protection order. */
    code: string | null
    /** YYYY-MM-DD */
    day: string | null
  },
  (Moved & { code: string; until: Instant | null }) | Refused
>
