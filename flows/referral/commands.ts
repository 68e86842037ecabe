import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

export type ReferralGiven = CaseGiven

/** 移交: to whom, why, by when. The reporter is told. */
export type ReferDispute = Command<
  'referDispute',
  {
    dispute: string
    rev: number
    toUnit: string
    toPerson: string
    phone: string | null
    reason: string
    /** YYYY-MM-DD */
    due: string
  },
  Moved | Refused
>
