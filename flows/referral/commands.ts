import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Choice } from '../core/reply.ts'
import type { Moved } from '../screening/commands.ts'

/** Absent in talks that began before there was anything to suggest. */
export type ReferralGiven = CaseGiven & {
  /** Bodies that this kind of case often goes to. The id is the name that the books keep. */
  units?: Choice[]
  /** What the law says of this case; the id is the article, as the books keep it. */
  bases?: Choice[]
  /** Files of the case that may go along. */
  files?: Choice[]
}

export type Material = 'report' | 'evidence' | 'record' | 'agreement' | 'medical' | 'other'

/** 移交: to whom, why, by which right, with what, by when. The reporter is told. */
export type ReferDispute = Command<
  'referDispute',
  {
    dispute: string
    rev: number
    toUnit: string
    toPerson: string
    phone: string | null
    reason: string
    /** Absent in commands that were stored before it was asked for. */
    basis?: string | null
    materials?: Material[]
    /** Ids of files of the case. */
    files?: string[]
    /** What else goes along, in words. */
    more?: string | null
    /** YYYY-MM-DD */
    due: string
  },
  Moved | Refused
>
