// What rounds of screening tell staff: those who are asked, and whoever leads the round.
import type { VillagePatrolled } from '../casework/patrol.ts'
import type { Instant } from '../core/event.ts'
import type { NoticeButton } from './notice.ts'

type Counts = Omit<VillagePatrolled, 'village'>

export type PatrolNotice =
  | /** To somebody who looks after these villages: is anything brewing there? */ {
      kind: 'patrolAsk'
      ref: ''
      villages: string[]
      until: Instant
      /** Asked once more, half-way. */
      again: boolean
      buttons: NoticeButton[]
    }
  | /** To the leader: it runs; and where nobody could be asked. */ {
      kind: 'patrolBegun'
      ref: ''
      no: number
      villages: number
      asked: number
      nobody: string[]
      until: Instant
      buttons: NoticeButton[]
    }
  | /** To the leader: what was answered, by village, and when it comes again. */ {
      kind: 'patrolEnded'
      no: number
      villages: ({ name: string } & Counts)[]
      total: Counts
      covered: number
      next: Instant | null
    }
