import type { Conversation } from './conversation.ts'
import type { Instant, Locale } from './event.ts'

/**
 * What one address has before it at the desk: the conversation that is open, those that wait, and the matters it
 * has told of. Plain JSON, kept whole between two turns.
 */
export type Sitting = {
  locale: Locale
  open: Conversation | null
  /** Conversations put aside, and planned ones that have not said anything yet, first come first. */
  waiting: Waiting[]
  /** Disputes this address reported or was asked about, newest last. */
  matters: Matter[]
}

export type Waiting = { conversation: Conversation; begun: boolean }
export type Matter = { dispute: string; number: string }

export const emptySitting = (locale: Locale): Sitting => ({ locale, open: null, waiting: [], matters: [] })

/** When the clock should wake this sitting; null when nothing is open. */
export const wakeOf = (sitting: Sitting): Instant | null => sitting.open?.wakeAt ?? null
