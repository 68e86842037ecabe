import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Moved } from '../screening/commands.ts'

/** How it goes on once the other body has settled it: closed, followed up here, or for the leader to close. */
export type AfterResult = 'close' | 'watch' | 'leader'

export type ReceiptGiven = CaseGiven & {
  /** As it is called in the language of whoever asks. */
  unit: string
  /** By when a result was expected. */
  due: Instant
  /** It was acknowledged already. */
  acknowledged: boolean
  /** Somebody told of the case whom the result concerns. */
  reporter: boolean
  /** Only what this person may do with it. */
  next: AfterResult[]
}

/** 回执: what is heard from the body that a case was passed on to. */
export type RecordReceipt = Command<
  'recordReceipt',
  {
    dispute: string
    rev: number
    what: 'taken' | 'returned' | 'finished'
    /** Who received it, where it is somebody else than expected. */
    who: string | null
    /** YYYY-MM-DD, the day on which it was received. */
    day: string | null
    /** Why it was sent back, or what came of it. For the file. */
    words: string | null
    /** The result in a sentence for whoever reported it. */
    told: string | null
    next: AfterResult | null
  },
  Moved | Refused
>
