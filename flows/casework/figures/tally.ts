// A number and the list behind it. The number is never kept apart from its list: it is the sum of it.
import type { CaseFact, PatrolFact, RequestFact } from './facts.ts'

/** One thing that counts, and for how much: 1 of a case, so many people, so many fen. */
export type Entry = {
  /** The number of a case or a request, or of a round of screening. */
  of: string
  n: number
  /** Whoever asks may know which it is. */
  seen: boolean
  /** Null where it is of no village alone. */
  village: string | null
}

export type Tally = { value: number; list: Entry[] }

export const tally = (list: Entry[]): Tally => ({ value: list.reduce((sum, { n }) => sum + n, 0), list })

export const ofCase = (c: CaseFact, n = 1): Entry => ({
  of: c.number,
  n,
  seen: c.seen,
  village: c.village,
})

export const ofRequest = ({ number, seen, village }: RequestFact): Entry => ({
  of: number,
  n: 1,
  seen,
  village,
})

export const ofPatrol = ({ no }: PatrolFact): Entry => ({
  of: String(no),
  n: 1,
  seen: true,
  village: null,
})
