import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'

/** A change of one duty, as a side is asked about it: the change itself, and never who asked for it or why. */
export type SupplementGiven = {
  supplement: string
  dispute: string
  number: string
  /** In the words of the agreement. */
  what: string
  /** The last moment of the new day. */
  due: Instant
  /** The new sum in all; null where it stays. */
  fen: number | null
  /** Minutes east of UTC at the station. */
  offset: number
  station: { name: string; phone: string }
}

export type ConfirmSupplement = Command<
  'confirmSupplement',
  { supplement: string; agree: 'yes' | 'no' },
  { number: string } | Refused
>
