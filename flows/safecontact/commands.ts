import type { Side } from '../case.ts'
import type { Hours, Way } from '../casework/contact-plan.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'

/** What a person at risk, or an officer who has spoken with them, is asked with. */
export type SafeContactGiven = {
  dispute: string
  /** Null for the person themselves: they say it of the case as it is. */
  rev: number | null
  /** Who is asked: the sides that an officer may mean; exactly one for the person themselves. */
  sides: (Choice & { id: Side })[]
  /** An officer writes down what the person told them. */
  staff: boolean
  /** A plan with a phrase is there: only the phrase opens it. */
  proof: boolean
  /** When the station's own quiet hours begin and end. */
  quiet: { from: string; to: string }
}

/** What was said of it; null leaves what is known. Phrases go to the books as they were said, and come back never. */
export type PlanSaid = {
  way: Way | null
  hours: Hours | null
  wording: 'neutral' | 'open' | null
  phrase: string | null
  duress: string | null
  phone: string | null
  trusted: string | null
}

export type RecordContactPlan = Command<
  'recordContactPlan',
  { dispute: string; rev: number | null; side: Side; plan: PlanSaid },
  { dispute: string } | Refused
>
