// What a warning is, what the rules are told of cases and of the station, and the form in which every rule of this folder is written.
import type { Clock, Day, Instant } from '../calendar.ts'
import type { Role } from '../roles.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Said } from '../said.ts'
import type { Level } from '../tables/level.ts'
import type { State } from '../tables/life-cycle.ts'
import type { SourceCode } from '../tables/source.ts'
import type { SubCode, TrackCode } from '../tables/taxonomy.ts'
import type { Reason } from './reasons.ts'

export type WarningCode =
  | 'W01'
  | 'W02'
  | 'W03'
  | 'W04'
  | 'W05'
  | 'W06'
  | 'W07'
  | 'W08'
  | 'W09'
  | 'W10'
  | 'W11'
  | 'W12'
  | 'W13'
  | 'W14'
  | 'W15'
  | 'W16'
  | 'W17'
  | 'W18'
  | 'W19'
  | 'W20'
  | 'W21'
  | 'W22'

/**
 * Those a case itself knows: its responsible officer and leader, whoever held the last talk, whoever may hear its files, the
 * sides (who are residents, and are told in their own words), the side that owes.
 */
export type Own = 'officer' | 'leader' | 'mediator' | 'listeners' | 'sides' | 'debtor'
export type To = { own?: readonly Own[]; roles?: readonly Role[] }

/**
 * `at-once`: at any hour. `card`: a task card of its own goes out by day, and what is written here is the record of it.
 * `digest`: with everything else of the day in one message; of a RED case at once.
 */
export type Urgency = 'at-once' | 'card' | 'digest'

/**
 * When a warning is given, and given again while its cause lasts. `parts` are of the limit from its beginning to its end;
 * `left` are days before its end, at an hour of those days or to the minute; `mornings`: first when it begins, then at nine;
 * `task`: the days of reminders.ts; `list`: the moments that the cause names.
 */
export type Repeat =
  | { kind: 'once' }
  | { kind: 'every'; span: number }
  | { kind: 'daily' }
  | { kind: 'mornings' }
  | { kind: 'parts'; of: readonly number[] }
  | { kind: 'left'; days: readonly number[]; clock: Clock | null }
  | { kind: 'task' }
  | { kind: 'list' }

export type Warning = {
  code: WarningCode
  /** The cause: the same for as long as it is the same cause. */
  about: string
  /** This giving of it. The same slot is never given twice. */
  slot: string
  /** Which moment of the repeat it is, from 0. */
  step: number
  at: Instant
  /** When it comes next, if nothing changes. */
  next: Instant | null
  to: To
  /** Codes of villages that narrow the roles; those of the case where it is about one. */
  villages: readonly string[]
  urgency: Urgency
  reasons: readonly Reason[]
  /** Numbers of the cases it is about. */
  cases: readonly string[]
}

/** Why a warning stands, as a rule finds it; `repeat` says when it is given. */
export type Cause = {
  about: string
  /** When the repeat begins. */
  from: Instant
  /** The end of the limit, for `parts` and `left`. */
  by?: Instant
  /** After this there is no point any more. */
  until?: Instant
  moments?: readonly Instant[]
  /** Days before the end, in place of the rule's own. */
  days?: readonly number[]
  /** Names the giving where that is not the number of the moment. */
  slot?: string | ((at: Instant) => string)
  /** Which rank of `to` it goes to, where that is not the moment. */
  rank?: number
  to?: (step: number) => To
  urgency?: Urgency
  villages?: readonly string[]
  reasons: readonly Reason[]
  cases?: readonly string[]
}

export type Rule<Facts> = {
  code: WarningCode
  name: Said
  /** By rank: the first giving, the second… the last stands for all after it. */
  to: readonly To[]
  repeat: Repeat
  urgency: Urgency
  /** What stands at this moment. Asked again, it says the same slot until the next moment has come. */
  rule(facts: Facts, now: Instant, rulebook: Rulebook): Warning[]
  /** The next moment at which anything new stands; null when nothing is to come. */
  next(facts: Facts, now: Instant, rulebook: Rulebook): Instant | null
}

/** Another case that may be of the same matter, or was merged into this one. */
export type Linked = {
  id: string
  number: string
  kind: 'maybe-same' | 'merged'
  state: State
  level: Level
  source: SourceCode
  filedAt: Instant
  closedAt: Instant | null
}

/** What the rules are told of one case. Codes, numbers and times; nothing that anybody said. */
export type CaseWatched = {
  id: string
  number: string
  state: State
  level: Level
  category: SubCode
  village: string | null
  track: TrackCode | null
  source: SourceCode
  filedAt: Instant
  /** The last entry of any kind. */
  lastEntryAt: Instant
  /** How often its standstill since then was told of. */
  standstillTold: number
  emergency: { at: Instant; taken: boolean } | null
  accept: { from: Instant; by: Instant } | null
  contact: { by: Instant; made: boolean } | null
  target: Instant | null
  /** Not done and not waived. */
  duties: readonly { no: number; dueAt: Instant | null }[]
  /** Sides that a person has to ask, and since when. */
  tasks: readonly { id: string; since: Instant }[]
  /** The paper that a court may confirm, and its last moment for that. */
  confirmable: { agreement: string; until: Instant } | null
  /** Limits of law that run. */
  limits: readonly { code: string; from: Instant; until: Instant }[]
  /** Every telling of the matter, pranks left out. */
  reports: readonly Instant[]
  links: readonly Linked[]
  /** When it was opened again after its end. */
  reopenedAt: Instant | null
  referral: { at: Instant; dueAt: Instant; acked: boolean } | null
  /** `risky`: words of danger were heard in the same matter. */
  voices: readonly { id: string; at: Instant; heard: boolean; risky: boolean }[]
  /** The last judged round; `checked` by an officer. */
  surface: { round: string; at: Instant; score: number; checked: boolean } | null
  /** The written agreement in force; `kept` says that a photo of the signed paper is here. */
  paper: { agreement: string; at: Instant; kept: boolean } | null
}

/** A case as the station's rules see it. */
export type Listed = {
  id: string
  number: string
  state: State
  level: Level
  category: SubCode
  village: string | null
  filedAt: Instant
}

/** What the rules are told of the station. */
export type StationWatched = {
  /** Open ones, those filed lately, and land disputes of some years. */
  cases: readonly Listed[]
  /** Festivals and sensitive days entered by hand. */
  days: readonly (Said & { day: Day })[]
  villages: readonly { code: string; name: string }[]
}

/**
 * `deaf`: a channel hears nothing; `token`: its credentials are refused; `quota`: it takes no more; `send`: it refuses for
 * another reason; `lag`: what is heard is kept too late.
 */
export type TroubleKind = 'deaf' | 'token' | 'quota' | 'send' | 'lag'
/** What is wrong with the machine itself, and since when. */
export type MachineWatched = {
  troubles: readonly { channel: string; kind: TroubleKind; since: Instant }[]
}
