import type { CaseGiven, PartyGiven, Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type ContactGiven = CaseGiven & { parties: PartyGiven[] }

/** The first talk with a side, and later ones. The first one with rights read out begins the mediation. */
export type RecordContact = Command<
  'recordContact',
  {
    dispute: string
    rev: number
    side: Side | 'both'
    how: 'phone' | 'visit' | 'station'
    rightsRead: 'yes' | 'no'
    willing: 'yes' | 'no' | 'thinking' | null
    /** Name and phone of the other side, where they were learned. */
    otherName: string | null
    otherPhone: string | null
    note: string | null
  },
  /** `joins` are links that a side may open to be reached in chat; each works once. */
  (Moved & { joins: Join[] }) | Refused
>
/** The same code on the page and, where the station has a bot there, on Telegram. */
export type Join = { side: Side; url: string; telegram: string | null }
