// Whether the desk may write first to somebody on a channel at a given moment, and by what right.
import { HOUR, type Instant } from './calendar.ts'

/**
 * What a channel lets the desk send when the person has not just written. `window`: only so long after their last message,
 * in hours; with `grants` also once for each permission that they gave beforehand. `never`: only answers.
 * The same shape as the channel's port in core, which the rules of the work do not know.
 */
export type Allowance =
  | { kind: 'always' }
  | { kind: 'window'; hours: number; grants: boolean }
  | { kind: 'never' }

/** How somebody can be written to. */
export type Reach = {
  allowance: Allowance
  /** Their last message on that channel; null when there is none. */
  lastHeard: Instant | null
  /** One-off permissions that are left. */
  grants: number
}

/** `free` costs nothing, `grant` uses up one permission, `no` is not taken by the platform. */
export type MaySend = 'free' | 'grant' | 'no'

export function maySend(at: Instant, { allowance, lastHeard, grants }: Reach): MaySend {
  if (allowance.kind === 'always') return 'free'
  if (allowance.kind === 'never') return 'no'
  if (lastHeard !== null && at <= lastHeard + allowance.hours * HOUR) return 'free'
  return allowance.grants && grants > 0 ? 'grant' : 'no'
}

/** The same after one message more. */
export const afterSending = (at: Instant, reach: Reach): Reach =>
  maySend(at, reach) === 'grant' ? { ...reach, grants: reach.grants - 1 } : reach
