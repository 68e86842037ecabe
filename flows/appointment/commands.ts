import type { Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'

/** What the guarded revisit begins with. Nothing of it is said before the phrase; no number, because it is never said at all. */
export type AppointmentGiven = {
  dispute: string
  revisit: string
  side: Side
  /** How the first line may look, as the person chose. */
  wording: 'neutral' | 'open'
  /** From then on nothing may be begun. */
  until: Instant
}

/**
 * What came of a guarded talk before it is known who holds the phone. `said`: words, or something without words. `unsaid`: it
 * could not be begun. `left`: the phrase was right, and nothing was answered.
 */
export type NotePhrase = Command<
  'notePhrase',
  {
    dispute: string
    /** Null where the person came by themselves, to change their plan. */
    revisit: string | null
    side: Side
    what: 'said' | 'unsaid' | 'left'
    text: string
    /** Something was tried in this talk before: one try is all there is. */
    again: boolean
    /** Risk codes heard so far, and whether one is a hard trigger. */
    danger: { codes: string[]; hard: boolean }
  },
  { as: 'open' | 'closed' } | Refused
>
