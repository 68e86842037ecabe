// What must be known of a case before it may move: typed facts, all of them optional, and what is missing is not so.
import type { Instant } from './calendar.ts'
import type { Level } from './tables/level.ts'
import type { State } from './tables/life-cycle.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode, TrackCode } from './tables/taxonomy.ts'

/** A signed or recorded agreement (人民调解法29, 30; 程序规定184 for the police form). */
export type AgreementPaper = {
  form: 'written' | 'oral' | 'police'
  /** Every party signed, sealed or fingerprinted; for minors the guardian did. */
  partiesSigned: boolean
  /** The mediator, or on the police form the officer. */
  mediatorSigned: boolean
  /** By the mediation committee. */
  sealed: boolean
  /** What was agreed is written down in the books. */
  contentRecorded: boolean
}

/** A case handed to another body (domain 4.5). `told` is that the reporter knows. */
export type Referral = {
  toUnit: string
  toPerson: string
  phone: string
  dueAt: Instant | null
  told: boolean
}

export type GuardFacts = {
  category?: SubCode
  codes?: readonly RiskCode[]
  level?: Level
  track?: TrackCode
  /** Ids of the two people who answer for the case. */
  leader?: string | null
  officer?: string | null
  /** A named contact in township or village. */
  townContact?: boolean

  /** The minimum report. */
  narrative?: boolean
  village?: boolean
  /** A way to answer the reporter. */
  channel?: boolean
  draftIdleDays?: number
  summaryKept?: boolean

  /** 110 was named to the person before anything else. */
  told110?: boolean
  /** What was done about the danger is written down. */
  disposition?: boolean
  /** The state an emergency interrupted. */
  interrupted?: State
  extraRevisitPlanned?: boolean

  sameDispute?: boolean
  reason?: string
  reporterTold?: boolean
  consent?: 'none' | 'one' | 'both'
  /** The committee mediates on its own motion. */
  ownMotion?: boolean
  refusedBySome?: boolean
  /** Before a court, in arbitration, or being dealt with elsewhere already. */
  elsewhere?: boolean

  rightsTold?: boolean
  contactRecorded?: boolean
  /** The session about to be held, counted from 1. */
  session?: number
  workingDaysSinceFirst?: number
  resumeAt?: Instant | null
  resumeDue?: boolean
  agreement?: AgreementPaper
  /** The points they could not settle are written down. */
  differences?: boolean
  mustNotMediate?: boolean
  remediesTold?: boolean
  withinLimit?: boolean
  referral?: Referral
  returnReason?: string
  receipt?: boolean

  openDuties?: number
  overdueDuties?: number
  /** Receipt, transfer record or photo for everything; or both sides said so, each alone. */
  performance?: 'proof' | 'both-confirmed'
  /** A written supplement that both sides confirmed. */
  supplement?: boolean
  changesDueDate?: boolean

  askedSeparately?: boolean
  openRounds?: number
  /** Why revisits may end early, accepted by the responsible leader. */
  acceptedReason?: string
  surfaceScore?: number
  /** The outcome code of the last round of revisits. */
  outcome?: string
  samePartiesAndKind?: boolean
  previousLevel?: Level | null
}
