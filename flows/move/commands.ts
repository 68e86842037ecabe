import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

/** The states this person may move the case to by hand from where it stands. */
export type MoveGiven = CaseGiven & { states: Choice[] }
/** Any other step of the life cycle that a person takes, such as going on after a pause; the books check its guard. */
export type MoveDispute = Command<
  'moveDispute',
  {
    dispute: string
    rev: number
    to: string
    reason: string
    remediesTold: 'yes' | 'no' | null
    bothAgree: 'yes' | 'no' | null
  },
  Moved | Refused
>
