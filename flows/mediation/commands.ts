import type { CaseGiven, PartyGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

export type MediationGiven = CaseGiven & {
  parties: PartyGiven[]
  /** Police, cadres and people who may have taken part (三调联动). */
  helpers: Choice[]
  officerLed: boolean
}

export type RecordMediation = Command<
  'recordMediation',
  {
    dispute: string
    rev: number
    /** `agreed` only says that the sides agree; the duties follow in the agreement. */
    result: 'agreed' | 'again' | 'failed' | 'ended' | 'paused'
    place: string | null
    helpers: string[]
    summary: string
    /** Points of difference (failed) or the reason (ended, paused). */
    reason: string | null
    /** The day to go on, for a pause. YYYY-MM-DD. */
    resumeOn: string | null
    /** The other ways (court, arbitration, government) were told, as article 26 of the mediation law asks. */
    remediesTold: 'yes' | 'no' | null
    photos: FileRef[] | null
  },
  Moved | Refused
>
