import type { CaseGiven } from '../case.ts'
import type { Minutes } from '../casework/minutes.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'
import type { Choice } from '../core/reply.ts'

type Name = { zh: string; en: string }
/** One case on the agenda, as the chair sees it: no names of the sides, no story. */
export type AssessCaseGiven = CaseGiven & {
  entry: string
  at: number
  of: number
  /** Codes of casework/tables/agenda. */
  why: string[]
  /** Days since the last entry of any kind. */
  days: number
  uneasy: boolean
  /** Who may be asked to do something: those who may see the case. */
  owners: Choice[]
}

export type WhatIsDecided = 'keep' | 'raise' | 'lower' | 'skip' | 'stop'
/** What is decided on one case; kept by itself, whatever becomes of the meeting. */
export type AssessCase = Command<
  'assessCase',
  {
    entry: string
    rev: number
    what: WhatIsDecided
    /** Why the level goes up or down. */
    reason: string | null
    decision: string | null
    owner: string | null
    /** YYYY-MM-DD at the station. */
    due: string | null
    ease: 'still' | 'atease' | null
  },
  | {
      number: string
      level: string
      what: WhatIsDecided
      /** The level was to change and did not: why. The wish is kept with the decision. */
      notDone: Name | null
      /** Nothing was kept: the case has moved on or the day is past, and it is asked again. */
      again: Name | null
      left: number
      minutes: Minutes | null
      asksOn?: Opened
    }
  | Refused
>
