import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'

/** `candidates`: cases that may be of the same matter, with the reasons in their labels. */
export type MergeGiven = CaseGiven & { candidates: Choice[] }

export type Merged = {
  number: string
  state: string
  /** The case it was compared with; null where nobody could say. */
  other: string | null
  decision: 'same' | 'different' | 'unsure'
}

/** 并案: a person says whether two cases are of one matter. The one that is merged keeps its number. */
export type MergeDispute = Command<
  'mergeDispute',
  {
    dispute: string
    rev: number
    /** By id where it was proposed, by number where it was typed. */
    other: string | null
    otherNumber: string | null
    decision: 'same' | 'different' | 'unsure'
    reason: string
  },
  Merged | Refused
>
