// Notices about warnings: one that does not wait, the day's message, and a hint to a resident.
import type { Instant } from '../core/event.ts'
import type { CaseFacts } from './notice.ts'

type Name = { zh: string; en: string }
/** One warning: why it stands, and the numbers of its cases with how many more there are. */
export type WarningLine = { reasons: Name[]; cases: string[]; more: number }
export type WarningGroup = { code: string; name: Name; lines: WarningLine[]; more: number }

export type WarningNotice =
  | /** Of a RED case, or of the machine itself: at any hour. */ {
      kind: 'warning'
      code: string
      name: Name
      line: WarningLine
      facts: CaseFacts | null
    }
  | /** Once a day to each person, everything that could wait. */ {
      kind: 'warningDigest'
      groups: WarningGroup[]
    }
  | /** W09, to whoever suffers: a limit in which they must go elsewhere themselves. */ {
      kind: 'limitSoon'
      number: string
      limit: 'T-LAB-1Y' | 'T-LI-2Y' | 'T-LAND-30'
      until: Instant
    }
