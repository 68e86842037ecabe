// What the figures are counted from: plain rows of codes, numbers and times. No personal word ever comes in here.
import type { Instant } from '../calendar.ts'
import type { TookPart } from '../counted.ts'
import type { Fen } from '../money.ts'
import type { Level } from '../tables/level.ts'
import type { State } from '../tables/life-cycle.ts'
import type { SourceCode } from '../tables/source.ts'
import type { SubCode, TrackCode } from '../tables/taxonomy.ts'

/** One step of the life cycle, in the order in which they were taken. */
export type StepFact = { at: Instant; from: State; to: State }
export type GradingFact = { at: Instant; level: Level }
export type AgreementFact = {
  id: string
  at: Instant
  form: 'written' | 'oral'
  replacedAt: Instant | null
  confirmedAt: Instant | null
}
export type DutyFact = {
  agreement: string
  kind: 'pay' | 'remove' | 'return' | 'apologise' | 'stop' | 'boundary' | 'other'
  amountFen: Fen | null
  /** Null for a lasting duty. */
  dueAt: Instant | null
  doneAt: Instant | null
  waivedAt: Instant | null
  events: DutyEventFact[]
}
export type DutyEventFact = {
  at: Instant
  what: 'done' | 'part' | 'not' | 'extended' | 'waived' | 'overdue'
  amountFen: Fen | null
  proof: 'receipt' | 'transfer' | 'creditor' | 'seen' | null
}
/** One side's part of a round; those that were overtaken by another turn of the case are left out. */
export type HalfFact = { at: Instant; endedAt: Instant | null; state: string; score: number | null }
export type JointFact = { heldAt: Instant | null }
export type ReferralFact = { at: Instant; finishedAt: Instant | null }
export type PreventionFact = {
  kind: 'crime' | 'petition' | 'suicide' | 'fight'
  people: number
  approvedAt: Instant | null
}

export type CaseFact = {
  number: string
  /** Whoever asks may know this number; others are counted, and named to nobody. */
  seen: boolean
  category: SubCode
  /** Null where it is not known, and where more than one village has to do with it. */
  village: string | null
  level: Level
  source: SourceCode
  track: TrackCode | null
  prank: boolean
  /** By when somebody had to be talked to, and when that was first done: of the latest turn the case took. */
  contactBy: Instant | null
  contactedAt: Instant | null
  /** The first talk with a side that was ever recorded. */
  firstContactAt: Instant | null
  targetAt: Instant | null
  criminalAt: Instant | null
  headcount: number | null
  difficulty: 'simple' | 'hard' | null
  /** Who held the talks or sat in them, by their roles. */
  tookPart: TookPart[]
  /** When it was told of, the first time included; pranks are left out. */
  reports: Instant[]
  steps: StepFact[]
  gradings: GradingFact[]
  agreements: AgreementFact[]
  duties: DutyFact[]
  halves: HalfFact[]
  joints: JointFact[]
  referrals: ReferralFact[]
  preventions: PreventionFact[]
}

/** 困难诉求. */
export type RequestFact = {
  number: string
  seen: boolean
  village: string | null
  at: Instant
  state: 'open' | 'taken' | 'solved' | 'answered' | 'passed-on' | 'declined'
  answeredAt: Instant | null
}

/** One round of screening; `no` is its number. */
export type PatrolFact = { no: number; openedAt: Instant | null; villages: string[] }

export type FigureFacts = {
  cases: CaseFact[]
  requests: RequestFact[]
  patrols: PatrolFact[]
  /** In the order in which the station names them. */
  villages: { code: string; name: string }[]
}

/** What a village has to do with, and nothing else. */
export const ofVillage = (facts: FigureFacts, village: string): FigureFacts => ({
  cases: facts.cases.filter((one) => one.village === village),
  requests: facts.requests.filter((one) => one.village === village),
  patrols: facts.patrols.filter(({ villages }) => villages.includes(village)),
  villages: facts.villages.filter(({ code }) => code === village),
})
