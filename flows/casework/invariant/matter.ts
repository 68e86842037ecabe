// A matter as the invariant looks at it: who answers for it, what it waits for, and who was told. Facts only, no words.
import type { Instant } from '../calendar.ts'
import type { State } from '../tables/life-cycle.ts'

/** An open due row of a matter: the kind of waiting, and when it was to happen. */
export type Waiting = { kind: string; at: Instant }

type Common = {
  id: string
  number: string
  /** Works here, was named for it, and has taken it. */
  owned: boolean
  /** A leader who works here is named. */
  led: boolean
  waits: readonly Waiting[]
  /** Somebody told us of it and can still be told something. */
  reporter: boolean
  /** Whoever told us of it was told how it ended, or an officer has the task of telling them. */
  told: boolean
}

export type DisputeMatter = Common & {
  kind: 'dispute'
  state: State
  /** Of the last referral: the other body is done with it, and the reporter was told where it is. */
  referral: { finished: boolean; told: boolean } | null
  /** Duties that are not done and whose day is still to come. */
  duties: number
  /** Parts of rounds that are planned or under way. */
  rounds: number
}

export type RequestMatter = Common & {
  kind: 'request'
  state: 'open' | 'taken' | 'solved' | 'answered' | 'passed-on' | 'declined'
  /** By when an answer was promised; it moves only with a reason that the person is told. */
  promisedBy: Instant
  /** It turned out to be a dispute, which answers from then on. */
  dispute: boolean
}

export type Matter = DisputeMatter | RequestMatter
