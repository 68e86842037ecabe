import type { Ahead, MeetingKind } from '../casework/meetings.ts'
import type { Minutes } from '../casework/minutes.ts'
import type { Level } from '../casework/tables/level.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'
import type { Choice } from '../core/reply.ts'

type Name = { zh: string; en: string }
type Levels = { [L in Level]: number }
/** How things stand beside how they stood at the last meeting: numbers, villages and kinds, nobody's case. */
export type Trends = {
  now: Levels
  before: Levels | null
  villages: { name: string; n: number }[]
  categories: (Name & { n: number })[]
  clusters: { village: string; category: Name; n: number }[]
}
/** 研判会, for whoever is to chair it. */
export type AssessmentGiven = {
  /** The meeting that was planned or has begun; null where one is called now. */
  assessment: string | null
  /** It has begun: only what is left of it is gone through. */
  goesOn: boolean
  kind: MeetingKind
  cases: Levels
  people: Choice[]
  trends: Trends
  ahead: Ahead[]
  offset: number
}

/** Opens the meeting, or goes on with it; the first case follows at once. `apart` were set aside because of who is there. */
export type BeginAssessment = Command<
  'beginAssessment',
  { assessment: string | null; attendees: string[] },
  { no: number; cases: number; apart: number; minutes: Minutes | null; asksOn?: Opened } | Refused
>
