import type { Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'

/** What a party is told when a revisit begins: never who reported, and nothing the other side said. */
export type RevisitGiven = {
  revisit: string
  dispute: string
  number: string
  side: Side
  station: { name: string; phone: string }
  /** This side owes something; the other side owes something. */
  owes: boolean
  owed: boolean
  /** Some of it is money. Absent in what was begun before sums were asked for. */
  owesMoney?: boolean
  owedMoney?: boolean
  /** Duties that this side is entitled to, in the words of the agreement. */
  owedWhat: string[]
  /** Several people use this chat: whoever answers is asked who they are first. */
  shared?: true
  /** What was answered earlier in this round, before they had to go: it is not asked again. */
  said?: RevisitAnswers
  /** One sentence of law, with its source, said when all was asked. */
  law?: { zh: string; en: string }
}

export type Kept = 'all' | 'part' | 'none' | 'notyet'
/** Why something is not done, tapped: whoever speaks does not want to, the other side does not, and so on. */
export type Why = 'wont' | 'theywont' | 'nomoney' | 'early' | 'waits' | 'other'
/** One side's answers in one round (R01-R10 of the wording). Null: not asked or left open. */
export type RevisitAnswers = {
  theirs: Kept | null
  own: Kept | null
  /** How much has come of what the other side owes in money, in all; and how much was paid of the own. */
  received: Money | null
  paid: Money | null
  /** R03: what was tapped, and what was said. */
  why?: Why | null
  reason: string | null
  trouble: 'none' | 'quarrel' | 'blows' | 'threat' | null
  relation: 'greet' | 'silent' | 'avoid' | 'angry' | null
  fair: 'fair' | 'acceptable' | 'notquite' | 'unfair' | null
  freely: 'yes' | 'reluctant' | 'pressed' | null
  safe: 'safe' | 'abit' | 'very' | null
  /** 1 to 5, 5 is best. */
  score: number | null
  help: string | null
  /** Anything said beyond the questions. */
  words: string | null
  /** Questions that were put and left open on purpose: nobody puts them again in this round. */
  left?: string[]
}

/** How one side's part of a round ended. `unreached` is a fact about us, `declined` about them. */
export type RevisitOutcome =
  | 'answered'
  | 'declined'
  | 'unavailable'
  | 'uncooperative'
  | 'unreached'
  | 'nosuch'

export type RecordRevisit = Command<
  'recordRevisit',
  {
    revisit: string
    side: Side
    mode: 'chat' | 'call' | 'visit'
    outcome: RevisitOutcome
    answers: RevisitAnswers | null
    /** Risk codes heard in the free words. */
    danger: string[]
    /** Why an officer did not hear them, in the officer's words. */
    reason?: string | null
    /** Photos and voice notes that came with it. */
    files?: FileRef[]
  },
  { dispute: string; number: string } | Refused
>
/**
 * The person asks to be phoned, or to be asked later. `other`: somebody else answered on a chat that several people use,
 * so nothing was asked there and an officer has to reach the person. `said` is what was answered before they had to go.
 */
export type PutOffRevisit = Command<
  'putOffRevisit',
  {
    revisit: string
    side: Side
    wish: 'later' | 'call' | 'other'
    said?: RevisitAnswers | null
    files?: FileRef[]
  },
  { number: string } | Refused
>
