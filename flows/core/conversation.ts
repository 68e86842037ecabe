import type { Event, Instant, Json, Locale } from './event.ts'

export type Answers = { [step: string]: Json }

/** What the danger watch has heard in this conversation so far: risk codes, and whether one is a hard trigger. */
export type Signals = { codes: string[]; hard: boolean }

/**
 * Everything that is remembered of one talk, and nothing else.
 *
 * There is no program counter: where the talk stands follows from which answers are present (see path.ts), so a
 * stored conversation survives a changed flow.
 */
export type Conversation = {
  id: string
  flow: string
  version: number
  locale: Locale
  status: 'open' | 'awaiting' | 'done' | 'cancelled' | 'expired'
  /** What the flow was begun with, such as the dispute a revisit is about. */
  given: Json
  answers: Answers
  /** What the books answered to commands made on the way, by milestone; `key` tells for what it was asked. */
  results: { [milestone: string]: { key: string; value: Json; pending: boolean } }
  signals: Signals
  /** Steps that were posed at least once, in order: a flow may limit how much it asks. */
  asked: string[]
  /** Remarks that were made, each once. */
  told: string[]
  /** A step the person went back to; its old answer stands until replaced. */
  revisiting: string | null
  /** The step was opened from the summary, so "back" returns there. */
  editing: boolean
  /** An answer given in parts, such as photos sent one by one, and the step it belongs to. */
  draft: { step: string; value: Json } | null
  /** A press on an answered question: kept until the person says whether it is a correction. */
  correcting: { step: string; choice: string } | null
  /** What was said after a long gap, kept while we ask whether to go on. */
  held: Event | null
  /** How often the open question was not understood. */
  tries: number
  heardAt: Instant
  nudged: boolean
  /** Silence, not the person, is ending the talk. */
  quiet: boolean
  /** The person broke it off: they are there, and want no more of it. */
  left?: true
  /** When the clock should speak up; null once the conversation has ended. */
  wakeAt: Instant | null
}

/** What words, conditions and commands may look at, beside the answers. */
export type Known<G = any> = {
  /** The conversation's id, by which the books know what came from one talk. */
  conversation: string
  given: G
  signals: Signals
  results: { [milestone: string]: any }
  /** For what each milestone was last asked. */
  keys: { [milestone: string]: string | undefined }
}

export const known = ({ id, given, answers, results, signals }: Conversation): any => ({
  ...answers,
  conversation: id,
  given,
  signals,
  results: Object.fromEntries(Object.entries(results).map(([name, { value }]) => [name, value])),
  keys: Object.fromEntries(Object.entries(results).map(([name, { key }]) => [name, key])),
})
