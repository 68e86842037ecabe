import type { ZodType } from 'zod'
import type { Event, Instant, Json } from './event.ts'
import type { Choice, Hint } from './reply.ts'
import type { CoreWords } from './words.ts'

/**
 * One way of asking: what may come back, how it is read and how it is shown.
 * `V` is the answer, `C` the ids of the choices that words must label, `P` the parts that words must phrase.
 */
export type Question<V extends Json = any, C extends string = any, P = any> = {
  hint: Hint
  /** What a stored answer must look like; old answers are held to it too. */
  schema: ZodType<V>
  /** Choices that every language labels. */
  choices: readonly C[]
  /** Choices whose labels are names, not words: villages, people, case numbers. */
  offered?: readonly Choice[]
  read(event: Event, ask: Asking): Reading<V>
  show(value: V, ask: Asking): string
  /** Adds what was said later, elsewhere in the talk, to an answer already given. */
  append?(value: V, event: Event, ask: Asking): Reading<V>
  /** Puts other words in the place of words said before; null where the answer does not hold them. */
  amend?(value: V, was: string, text: string, ask: Asking): Reading<V> | null
  /** Answers come one by one until the person says that is all; the draft is their list. */
  collects?: true
  /** The question inside the question, for answers given in parts. */
  inner?(ask: Asking): Inner
  /** Takes the last part back; null when there is none. */
  undo?(draft: Json): Json
  readonly parts?: P
}

/** What a question may look at while it reads or shows. */
export type Asking = {
  words: CoreWords
  known: any
  now: Instant
  draft: Json
  /** This question's words in the speaker's language. */
  own: StepText
}

/** A step's words as the engine sees them. */
export type StepText = {
  say: string | ((known: any) => string)
  label: string
  skip?: string
  choices?: { [choice: string]: ChoiceText }
  parts?: { [part: string]: StepText }
  another?: string
}
/** A choice's label, and what else people say when they mean it. */
export type ChoiceText = string | { label: string; hears: readonly string[] }

/** `at` tells one inner question from the next, so that a button pressed twice does not answer two of them. */
export type Inner = { at: string; text: string; choices: Choice[]; hint: Hint }

export type Reading<V extends Json> =
  | { kind: 'answer'; value: V }
  | { kind: 'more'; draft: Json; say?: string }
  | { kind: 'unclear'; say: string }

export const answer = <V extends Json>(value: V): Reading<V> => ({ kind: 'answer', value })
export const unclear = (say: string): Reading<never> => ({ kind: 'unclear', say })

export const labelOf = (text: ChoiceText | undefined, id: string): string =>
  text === undefined ? id : typeof text === 'string' ? text : text.label
export const hearsOf = (text: ChoiceText | undefined): readonly string[] =>
  text === undefined || typeof text === 'string' ? [] : text.hears

/** The choices of a question in the speaker's language: names first, then those that words label ("none of these"). */
export const labelled = (question: Question, own: StepText): Choice[] => [
  ...(question.offered ?? []),
  ...question.choices.map((id: string) => ({ id, label: labelOf(own.choices?.[id], id) })),
]

/** The choice that closes an answer given in parts. */
export const DONE = '.'
/** The choice that leaves a question open. */
export const SKIP = '-'
