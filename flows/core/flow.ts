import type { Command } from './command.ts'
import type { Answers, Known } from './conversation.ts'
import type { Instant, Json, Locale } from './event.ts'
import type { ChoiceText, Question, StepText } from './question.ts'
import type { Picture } from './reply.ts'

/** A step as the engine sees it: the types have done their work by now. */
export type Step = {
  name: string
  expect: (known: any) => Question
  when: (known: any) => boolean
  /** It may be left open: by a button, or by itself after it was not understood twice. */
  optional: boolean
  /** Whether an open step is worth asking; what was said unasked is kept all the same. `all` holds every answer. */
  worth: (known: any, all: Answers) => boolean
  /** Never asked: it takes in what the person says beyond the questions. */
  silent: boolean
}

/** Something said once, as soon as it is true. */
export type Remark = { name: string; when: (known: any) => boolean }

/** A command made on the way, once for each value of its key: filing as soon as there is enough to file. */
export type Milestone = {
  name: string
  /** Null while there is nothing to do. `quiet` is true when the person has gone silent. */
  key: (known: any, quiet: boolean) => string | null
  do: (known: any, quiet: boolean) => Command
}

/** Silence, in milliseconds since the person was last heard. */
export type Idle = {
  nudge: Instant
  expire: Instant
  /** After this long the next words are held, and the person is asked whether to go on. */
  resume: Instant
}

/**
 * `holds` while nobody knows who holds the phone: whatever comes goes to this talk (discreet.ts). `line` is the step whose words
 * meet everything that is not to be answered.
 */
export type Discreet = { holds: (known: any) => boolean; line: string }

export type Flow = {
  name: string
  version: number
  idle: Idle
  steps: Step[]
  milestones: Milestone[]
  remarks: Remark[]
  /** Whether the answers are read back before they are sent. */
  review: boolean
  /** The most questions this flow will pose; what may stay open then stays open. */
  most: number
  /** Steps that a place is kept for among the most questions, because they matter more than their order says. */
  reserve: readonly string[]
  /** The step that takes in what a person says beyond the question. */
  aside: string | null
  /** Answers that a text volunteers before they are asked for. */
  volunteered: ((text: string, known: any) => Answers) | null
  /** Answers that what the flow is begun with gives already; like anything volunteered they may be changed. */
  prefilled: (given: any) => Answers
  /** True when silence should end the talk with what there is. */
  quietly: (known: any) => boolean
  /** Never speaks of its own accord after its first line, and keeps the desk quiet until it is known who is there. */
  discreet: Discreet | null
  done: (known: any) => Command
  /** From version n to n + 1, for conversations stored before the change. */
  upgrades: { [version: number]: (answers: Answers) => Answers }
  words: { [L in Locale]?: Wording }
}

/** A language as the engine sees it. */
export type Wording = {
  opening: Say<any>[]
  review?: Say<any>
  closing: (known: any, result: any) => Closing
  /** When silence, not the person, ended the talk; `closing` where absent. */
  quiet?: (known: any, result: any) => Closing
  notes?: { [milestone: string]: (known: any, result: any) => string | null }
  remarks?: { [remark: string]: Say<any> }
  steps: { [step: string]: StepText }
}

/** The last words of a talk, one message each; some may show figures. */
export type Closing = string | (string | Picture)[]

export type Say<K> = string | ((known: K) => string)

type Asks = { [step: string]: { q: Question; optional: boolean } }

/** What a flow is to the compiler: what it is given, what it asks, and what its command returns. */
export type Typed<
  G,
  A,
  Q extends Asks,
  M extends string,
  T extends string,
  R,
  HasReview extends boolean,
> = Flow & {
  readonly type?: { given: G; answers: A; asks: Q; milestones: M; remarks: T; result: R; review: HasReview }
}

/** Every word of a flow, checked to be complete by the compiler. */
export type WordsOf<F> =
  F extends Typed<infer G, infer A, infer Q, infer M, infer T, infer R, infer V>
    ? {
        opening: Say<Known<G>>[]
        closing: (known: Partial<A> & Known<G>, result: R) => Closing
        quiet?: (known: Partial<A> & Known<G>, result: R) => Closing
        steps: { [N in keyof Q]: StepWords<Q[N]['q'], Partial<A> & Known<G>, Q[N]['optional']> }
      } & (true extends V ? { review: Say<Partial<A> & Known<G>> } : unknown) &
        ([M] extends [never]
          ? unknown
          : { notes: { [N in M]: (known: Partial<A> & Known<G>, result: any) => string | null } }) &
        ([T] extends [never] ? unknown : { remarks: { [N in T]: Say<Partial<A> & Known<G>> } })
    : never

export type StepWords<X, K, Optional extends boolean = false> =
  X extends Question<any, infer C, infer P>
    ? { say: Say<K>; label: string } & (Optional extends true ? { skip: string } : unknown) &
        ([C] extends [never] ? unknown : string extends C ? unknown : { choices: { [N in C]: ChoiceText } }) &
        (P extends Asks
          ? { parts: { [N in keyof P]: StepWords<P[N]['q'], any, P[N]['optional']> }; another: string }
          : unknown)
    : never

type Ask<K, V extends Json, C extends string, P> = Question<V, C, P> | ((known: K) => Question<V, C, P>)
/** Looks at the steps above, and at whatever was volunteered, further down too. */
type Worth<K> = (known: K, all: Answers) => boolean
type Asked<C extends string, V extends Json, P, Optional extends boolean> = {
  q: Question<V, C, P>
  optional: Optional
}

/** Builds a flow top to bottom; a step can only look at the ones above it. */
export type Script<G, A, Q extends Asks, M extends string, T extends string> = {
  /** Must be answered. */
  ask<const N extends string, V extends Json, C extends string, P>(
    name: N,
    expect: Ask<A & Known<G>, V, C, P>,
  ): Script<G, A & { [K in N]: V }, Q & { [K in N]: Asked<C, V, P, false> }, M, T>
  /** Must be answered when the condition holds. */
  askIf<const N extends string, V extends Json, C extends string, P>(
    when: (known: A & Known<G>) => boolean,
    name: N,
    expect: Ask<A & Known<G>, V, C, P>,
  ): Script<G, A & { [K in N]?: V }, Q & { [K in N]: Asked<C, V, P, false> }, M, T>
  /**
   * May be left open; its answer is then null. Asked only where it is `worth` it, and taken when it is volunteered.
   * A question that is not worth it any more goes away; a press on it is still taken.
   */
  offer<const N extends string, V extends Json, C extends string, P>(
    name: N,
    expect: Ask<A & Known<G>, V, C, P>,
    worth?: Worth<A & Known<G>>,
  ): Script<G, A & { [K in N]?: V | null }, Q & { [K in N]: Asked<C, V, P, true> }, M, T>
  offerIf<const N extends string, V extends Json, C extends string, P>(
    when: (known: A & Known<G>) => boolean,
    name: N,
    expect: Ask<A & Known<G>, V, C, P>,
    worth?: Worth<A & Known<G>>,
  ): Script<G, A & { [K in N]?: V | null }, Q & { [K in N]: Asked<C, V, P, true> }, M, T>
  /** Never asked: takes in what is said beyond the questions. Name it as `aside`. */
  keep<const N extends string, V extends Json, C extends string, P>(
    name: N,
    expect: Ask<A & Known<G>, V, C, P>,
  ): Script<G, A & { [K in N]?: V }, Q & { [K in N]: Asked<C, V, P, false> }, M, T>
  /** Makes a command on the way, once for each key. */
  milestone<const N extends string>(
    name: N,
    milestone: {
      key: (known: Partial<A> & Known<G>, quiet: boolean) => string | null
      do: (known: Partial<A> & Known<G>, quiet: boolean) => Command
    },
  ): Script<G, A, Q, M | N, T>
  /** Says something once, as soon as it is true. */
  remark<const N extends string>(
    name: N,
    when: (known: Partial<A> & Known<G>) => boolean,
  ): Script<G, A, Q, M, T | N>
  /** Reads the answers back before the command is made. */
  review(): Finish<G, A, Q, M, T, true>
  /** Makes the command as soon as the last question is answered. */
  direct(): Finish<G, A, Q, M, T, false>
}

type Finish<G, A, Q extends Asks, M extends string, T extends string, V extends boolean> = {
  done<R extends Json>(
    make: (known: A & Known<G>) => Command<string, unknown, R>,
  ): Typed<G, A, Q, M, T, Exclude<R, { refused: string }>, V>
}

export type Options = {
  version: number
  idle?: Partial<Idle>
  most?: number
  reserve?: readonly string[]
  aside?: string
  volunteered?: (text: string, known: any) => Answers
  prefilled?: (given: any) => Answers
  quietly?: (known: any) => boolean
  discreet?: Discreet
  upgrades?: Flow['upgrades']
}

type Nothing = Record<never, never>

const HOUR = 3_600_000
const IDLE: Idle = { nudge: 20 * HOUR, expire: 7 * 24 * HOUR, resume: 6 * HOUR }

export function flow<G = null>(name: string, options: Options): Script<G, Nothing, Nothing, never, never> {
  const steps: Step[] = []
  const milestones: Milestone[] = []
  const remarks: Remark[] = []
  const always = () => true
  const add = (
    stepName: string,
    expect: any,
    { when = always, optional = false, worth = always, silent = false }: Partial<Step>,
  ) => {
    if (steps.some((step) => step.name === stepName)) throw new Error(`${name} asks ${stepName} twice`)
    const ask = typeof expect === 'function' ? expect : () => expect
    steps.push({ name: stepName, expect: ask, when, optional, worth, silent })
    return script
  }
  const finish = (review: boolean) => ({
    done: (done: Flow['done']): Flow => ({
      name,
      version: options.version,
      idle: { ...IDLE, ...options.idle },
      steps,
      milestones,
      remarks,
      review,
      most: options.most ?? Number.POSITIVE_INFINITY,
      reserve: options.reserve ?? [],
      aside: options.aside ?? null,
      volunteered: options.volunteered ?? null,
      prefilled: options.prefilled ?? (() => ({})),
      quietly: options.quietly ?? (() => false),
      discreet: options.discreet ?? null,
      done,
      upgrades: options.upgrades ?? {},
      words: {},
    }),
  })
  const script: any = {
    ask: (n: string, e: unknown) => add(n, e, {}),
    askIf: (when: Step['when'], n: string, e: unknown) => add(n, e, { when }),
    offer: (n: string, e: unknown, worth: Step['worth'] = always) => add(n, e, { optional: true, worth }),
    offerIf: (when: Step['when'], n: string, e: unknown, worth: Step['worth'] = always) =>
      add(n, e, { when, optional: true, worth }),
    keep: (n: string, e: unknown) => add(n, e, { silent: true }),
    remark: (n: string, when: Remark['when']) => {
      remarks.push({ name: n, when })
      return script
    },
    milestone: (n: string, milestone: Omit<Milestone, 'name'>) => {
      milestones.push({ name: n, ...milestone })
      return script
    },
    review: () => finish(true),
    direct: () => finish(false),
  }
  return script
}

/** Joins a flow with its words. Chinese is the source language and English must be there; Tibetan has its slot. */
export const spoken = <F extends Flow>(
  built: F,
  words: { zh: WordsOf<F>; en: WordsOf<F>; bo?: WordsOf<F> },
): F => ({ ...built, words: words as Flow['words'] })

/** The words of a flow in a language; what is not translated yet is said in Chinese. */
export const wordingOf = (flow: Flow, locale: Locale): Wording => {
  const wording = flow.words[locale] ?? flow.words.zh
  if (!wording) throw new Error(`${flow.name} has no words`)
  return wording
}
