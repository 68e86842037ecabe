import type { Instant, Locale } from './event.ts'

/** What a conversation can say. A channel must know how to render every kind. */
export type Reply =
  | { kind: 'say'; text: string; urgent?: true }
  | { kind: 'ask'; id: string; text: string; choices: Choice[]; hint: Hint; back: boolean }
  | { kind: 'review'; id: string; text: string; rows: Row[]; choices: Choice[] }
  /** A notice to staff: facts without personal words, buttons, and what to type instead of pressing. */
  | { kind: 'card'; text: string; rows: Row[]; buttons: Button[]; twin: string | null; tone: Tone }
  /** Figures to look at. `text` says the same in words, for whoever cannot see it. */
  | { kind: 'picture'; text: string; picture: Picture }

export type Choice = { id: string; label: string }
export type Row = { label: string; value: string }
/** An opaque id bound to its audience, its case version and an expiry; see DESIGN, people and safety. */
export type Button = { id: string; label: string }
/** How loud a card is; the four levels of risk and plain. */
export type Tone = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE' | 'plain'
/** What would answer the question best, so that a channel may offer it. */
export type Hint = 'text' | 'choice' | 'place' | 'files' | 'voice' | 'phone' | 'money' | 'date' | 'number'

/** The kinds that wait for an answer. */
export type Posed = Extract<Reply, { kind: 'ask' | 'review' }>

/** A reply on its way to someone: `seq` grows per address and never repeats. */
export type Message = {
  id: string
  seq: number
  to: { channel: string; id: string }
  at: Instant
  locale: Locale
  reply: Reply
  /** Takes the place of a message sent earlier, named by its receipt. */
  edits?: string
  /** Belongs below a message sent earlier, named by its receipt, where the channel knows threads. */
  thread?: string
  /** An earlier attempt may have arrived. */
  again?: true
}

export const say = (text: string): Reply => ({ kind: 'say', text })

/**
 * Figures as what a picture of them shows: the words are in the reader's language already, and somebody else draws it.
 * `bars` lie, one below the other, a label before each; `lines` run over labels that follow one another, such as months.
 * Every series has one value for each label. Values are counts.
 */
export type Picture = {
  form: 'bars' | 'lines'
  title: string
  /** What is counted, such as 件; it stands at the axis. */
  unit: string
  labels: string[]
  /** A name is shown only where there are several. */
  series: { name: string; values: number[] }[]
  /** One for each label, where the labels are levels. */
  tones?: Tone[]
}
