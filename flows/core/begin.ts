import { absorb, unkept } from './absorb.ts'
import type { Conversation, Signals } from './conversation.ts'
import type { Event, Instant, Json, Locale } from './event.ts'
import { type Flow, wordingOf } from './flow.ts'
import { fill } from './pose.ts'
import { say } from './reply.ts'
import { stand, type Turn } from './stand.ts'

export const SILENT: Signals = { codes: [], hard: false }

export type Beginning = {
  id: string
  locale: Locale
  given: Json
  now: Instant
  signals?: Signals
  /** The opening was said when the person opened the chat. */
  greeted?: boolean
}

/** A conversation that has not said anything yet. */
export const fresh = (flow: Flow, { id, locale, given, now, signals = SILENT }: Beginning): Conversation => ({
  id,
  flow: flow.name,
  version: flow.version,
  locale,
  status: 'open',
  given,
  answers: flow.prefilled(given),
  results: {},
  signals,
  asked: [],
  told: [],
  revisiting: null,
  editing: false,
  draft: null,
  correcting: null,
  held: null,
  tries: 0,
  heardAt: now,
  nudged: false,
  quiet: false,
  wakeAt: now + flow.idle.nudge,
})

/** Opens a conversation; `first` is what the person said that began it, and is kept as its first words. */
export function begin(flow: Flow, beginning: Beginning, first?: Event): Turn {
  const conversation = fresh(flow, beginning)
  const opening = beginning.greeted ? [] : openingOf(flow, conversation)
  const after = first ? absorb(flow, conversation, first, beginning.now) : conversation
  const lost = first ? unkept(flow, conversation, first, beginning.now) : null
  return stand(flow, after, beginning.now, [...opening, lost ?? ''].filter(Boolean).map(say))
}

/** What a flow says before its first question. */
export const openingOf = (flow: Flow, conversation: Conversation): string[] =>
  wordingOf(flow, conversation.locale)
    .opening.map((words) => fill(words, conversation))
    .filter(Boolean)
