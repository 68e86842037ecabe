import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'

export type Moved = { dispute: string; number: string; state: string }

export type ScreeningGiven = CaseGiven & {
  /** The sub codes of the group that was suggested, the suggested one first. */
  categories: Choice[]
  /** All groups of categories, each with its own. Talks begun before there were groups have none. */
  groups?: (Choice & { kinds: Choice[] })[]
  /** No mediation may be offered: violence in the family, children harmed, sexual violence. */
  officerLed: boolean
  /** What the gate begins from, whatever the category turns out to be. Talks begun before the gate asked have none. */
  before?: {
    codes: string[]
    /** Codes that a category brings with it. */
    implied: { [code: string]: string[] }
    headcount: number | null
    elsewhere: boolean
    refusedBySome: boolean
  }
}

/** 研判分流: accept with a track, refuse with a reason, or find that it is an emergency. Referral has its own flow. */
export type ScreenDispute = Command<
  'screenDispute',
  {
    dispute: string
    rev: number
    decision: 'accept' | 'reject' | 'emergency'
    category: string | null
    track: string | null
    reason: string | null
    /** What was answered at the legal gate, by question. The books pass it themselves. */
    answers: { [question: string]: string }
  },
  Moved | Refused
>
