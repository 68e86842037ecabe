import type { Conversation } from './conversation.ts'
import type { Instant, Json, Locale } from './event.ts'

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
  /** The code of the village whose link this person came by. */
  village?: string
  /** When the person opened the chat and was greeted. */
  greeted?: Instant
}

export type Waiting = { conversation: Conversation; begun: boolean }
export type Matter = { dispute: string; number: string }

export const emptySitting = (locale: Locale): Sitting => ({ locale, open: null, waiting: [], matters: [] })

/** When the clock should wake this sitting; null when nothing is open. */
export const wakeOf = (sitting: Sitting): Instant | null => sitting.open?.wakeAt ?? null

/** The case a conversation is about: the one it was begun with, or the one it has filed. */
export function disputeOf({ given, results }: Conversation): string | null {
  const begun = (given as { dispute?: string } | null)?.dispute
  if (begun) return begun
  for (const { value } of Object.values(results)) {
    const filed = (value as { dispute?: string } | null)?.dispute
    if (filed) return filed
  }
  return null
}

/** The case that this person is speaking of: that of the open conversation, else the newest of their matters. */
export const subjectOf = ({ open, matters }: Sitting): string | null =>
  (open && disputeOf(open)) ?? matters.at(-1)?.dispute ?? null

/** As many matters as one person can be asked to tell apart. */
const MOST_MATTERS = 10

/** These cases belong to this person's matters from now on. */
export function withMatters(sitting: Sitting, more: readonly Matter[]): Sitting {
  const known = new Set(sitting.matters.map(({ dispute }) => dispute))
  const added = more.filter(({ dispute }) => !known.has(dispute))
  if (added.length === 0) return sitting
  return { ...sitting, matters: [...sitting.matters, ...added].slice(-MOST_MATTERS) }
}

/** As many talks as one person can keep apart. */
export const MOST_WAITING = 12

/** What was open waits. A form begun again on the same case replaces the old one, whose facts are stale. */
export function putAside({ open, waiting }: Sitting, flow: string, given: Json): Waiting[] {
  const subject = (value: Json) => (value as { dispute?: string } | null)?.dispute ?? null
  const again = ({ conversation }: Waiting) =>
    conversation.flow === flow && subject(given) !== null && subject(conversation.given) === subject(given)
  const all = open ? [{ conversation: open, begun: true }, ...waiting] : waiting
  return all.filter((item) => !(item.begun && again(item))).slice(0, MOST_WAITING)
}
