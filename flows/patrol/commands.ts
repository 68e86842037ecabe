import type { Method, PatrolCoverage, Repeat } from '../casework/patrol.ts'
import type { PatrolLine, PatrolState } from '../casework/patrol-text.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'

/** `villages` are those that this leader looks after. */
export type PatrolGiven = { offset: number; villages: Choice[]; rounds: PatrolLine[] }

/** How long answers are awaited: so many days, or until a time. */
export type Wait = { days: number } | { until: Instant }

/** Null is now. */
export type PlanPatrol = Command<
  'planPatrol',
  { villages: string[]; method: Method; at: Instant | null; wait: Wait; repeat: Repeat },
  Planned | Refused
>
export type PatrolChange =
  | { to: 'until'; wait: Wait }
  | { to: 'at'; at: Instant | null }
  /** It is not repeated any more. */
  | { to: 'once' }
  | { to: 'cancel' }
export type ChangePatrol = Command<
  'changePatrol',
  { patrol: string; change: PatrolChange },
  Planned | Refused
>
export type Planned = {
  no: number
  state: PatrolState
  at: Instant
  until: Instant
  repeat: Repeat
  /** People who were asked by it, and villages where there was nobody to ask. */
  asked: number
  nobody: string[]
}

export type PatrolShown = Planned & { method: Method; coverage: PatrolCoverage }
export type ShowPatrol = Command<'showPatrol', { patrol: string }, PatrolShown | Refused>
