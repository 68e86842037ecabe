import type { Command, Refused } from '../core/command.ts'
import type { Matter } from '../core/sitting.ts'

export type StatusGiven = { matters: Matter[]; offset: number }

/** What a person may know of the case they told of: where it stands and what comes next; nothing of the other side. */
export type Standing = {
  dispute: string
  number: string
  state: string
  /** The next thing that happens, and when, where that is known. */
  next: { what: 'contact' | 'mediation' | 'duty' | 'revisit' | 'answer' | 'nothing'; at: number | null }
  officer: string | null
}
export type TellStatus = Command<'tellStatus', { number: string }, Standing | Refused>
/** An officer has not been in touch in time (P30): the books remind them. */
export type RemindOfficer = Command<'remindOfficer', { number: string }, { number: string } | Refused>
