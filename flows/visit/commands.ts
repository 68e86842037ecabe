import type { CaseGiven, PartyGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { RecordRevisit } from '../revisit/commands.ts'
import type { Moved } from '../screening/commands.ts'

/** An officer records a revisit by phone or at the door. `rounds` are those that are due or open, as "id:side". */
export type VisitGiven = CaseGiven & { parties: PartyGiven[]; rounds: Choice[]; officerLed: boolean }
export type { RecordRevisit }

/** A grid worker or cadre was asked how the two houses get on. */
export type RecordThirdParty = Command<
  'recordThirdParty',
  { dispute: string; revisit: string | null; tense: 'yes' | 'no'; words: string },
  Moved | Refused
>
