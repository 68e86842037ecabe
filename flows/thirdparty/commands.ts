import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { FileRef } from '../core/event.ts'
import type { Moved } from '../screening/commands.ts'

/** Somebody of the village is asked: they are told which case it is, and nothing that either side said. */
export type ThirdPartyGiven = CaseGiven & {
  /** The half of the round that is running, to which the word belongs; null where none is. */
  revisit?: string | null
}

/** A grid worker or cadre was asked how the two houses get on. `nothing`: they have heard nothing either way. */
export type RecordThirdParty = Command<
  'recordThirdParty',
  {
    dispute: string
    revisit: string | null
    tense: 'yes' | 'no' | 'nothing'
    words: string
    files?: FileRef[]
  },
  Moved | Refused
>
