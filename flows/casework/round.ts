// One round of revisits: what each side said alone, what a third party noticed, and what the round is judged with.
import type { Attempt } from './attempts.ts'
import type { Instant } from './calendar.ts'
import type { Duty } from './duties.ts'
import type { Fen } from './money.ts'
import type { Level } from './tables/level.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SurfaceCode } from './tables/surface.ts'
import type { SubCode } from './tables/taxonomy.ts'

export type Account = 'all' | 'part' | 'none' | 'not-due'

/** What one side said in one round. Null is "not asked or not answered"; people may stop early. */
export type RevisitAnswers = {
  /** R01: what the other side did of what it owes. */
  other: Account | null
  /** R02. */
  own: Account | null
  /** How much of the other side's money arrived by now, in all. */
  receivedFen: Fen | null
  /** How much of the own money was paid by now, in all. */
  paidFen: Fen | null
  /** R03, sorted: why what this side owes is not done. */
  reasons: ('refuses' | 'plan' | 'no-money' | 'waits' | 'other')[]
  /** R04. */
  trouble: 'none' | 'quarrel' | 'blows' | 'threat' | null
  /** R05. */
  relation: 'greet' | 'silent' | 'avoid' | 'angry' | null
  /** R06. */
  fairness: 'fair' | 'acceptable' | 'not-quite' | 'unfair' | null
  /** R07. */
  freeWill: 'own' | 'reluctant' | 'pressed' | null
  /** R08. */
  safety: 'safe' | 'afraid' | 'very-afraid' | null
  /** R09, 1 to 5. */
  score: number | null
  /** R10: something is asked for. */
  help: boolean
  /** Signals found in free words. */
  heard: SurfaceCode[]
  /** Risk codes found in free words. */
  danger: RiskCode[]
  /** Nothing but one-character free words. */
  terse: boolean
}

export const noAnswers: RevisitAnswers = {
  other: null,
  own: null,
  receivedFen: null,
  paidFen: null,
  reasons: [],
  trouble: null,
  relation: null,
  fairness: null,
  freeWill: null,
  safety: null,
  score: null,
  help: false,
  heard: [],
  danger: [],
  terse: false,
}

/**
 * `declined` does not want revisits; `unavailable` was not reached this time; `unasked` has not been asked yet, or will
 * not be, and nothing follows from that: it is a fact about us.
 */
export type Side =
  | { kind: 'answered'; answers: RevisitAnswers }
  | { kind: 'declined' }
  | { kind: 'unavailable' }
  | { kind: 'unasked' }

/** What a grid worker or cadre says about the two households. */
export type ThirdParty = { tense: boolean; heard: SurfaceCode[]; danger?: RiskCode[] }

export type Round = { A: Side; B: Side; third: ThirdParty | null }

export type SideName = 'A' | 'B'
export const SIDES: readonly SideName[] = ['A', 'B']

export type RoundGiven = {
  round: Round
  previous: Round | null
  duties: readonly Duty[]
  /** Which debtors and creditors of the duties stand on which side. */
  parties?: { A: readonly string[]; B: readonly string[] }
  level: Level
  category: SubCode
  codes?: readonly RiskCode[]
  /** Tries so far, of a side that is unavailable. */
  attempts?: { A?: readonly Attempt[]; B?: readonly Attempt[] }
  /** No further round is planned. */
  last: boolean
  now: Instant
}

export const answersOf = (side: Side): RevisitAnswers => (side.kind === 'answered' ? side.answers : noAnswers)

/** True when the accounts of either duty cannot both be right. */
export const contradict = (A: RevisitAnswers, B: RevisitAnswers): boolean =>
  opposed(A.own, B.other) || opposed(B.own, A.other) || overpaid(A, B) || overpaid(B, A)

const overpaid = ({ paidFen }: RevisitAnswers, { receivedFen }: RevisitAnswers): boolean =>
  paidFen !== null && receivedFen !== null && paidFen > receivedFen

const AMOUNT: Partial<Record<Account, number>> = { none: 0, part: 1, all: 2 }

/** The one who owes claims more than arrived, or one says all and the other nothing. To admit to less is no quarrel. */
function opposed(byDebtor: Account | null, byCreditor: Account | null): boolean {
  const claimed = byDebtor && AMOUNT[byDebtor]
  const arrived = byCreditor && AMOUNT[byCreditor]
  if (typeof claimed !== 'number' || typeof arrived !== 'number') return false
  return claimed > arrived || arrived - claimed === 2
}
