import type { CaseGiven } from '../case.ts'
import type { Choice } from '../core/reply.ts'

export type AsRequestGiven = CaseGiven & {
  /** The kinds of difficulty, the one that the words suggest first. */
  kinds: Choice[]
}
