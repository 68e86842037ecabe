import type { Force } from '../casework/joint.ts'
import type { Instant } from '../core/event.ts'

/** What a side is told when it is asked to sit down: when, where, and who will be there by what they are. */
export type SitdownGiven = {
  invitation: string
  asked: Instant
  dispute: string
  number: string
  at: Instant
  place: string
  forces: Force[]
  /** Somebody whom both sides wanted will be there. */
  guests: boolean
  /** It was asked before, for another time. */
  moved: boolean
  /** Minutes east of UTC at the station. */
  offset: number
  station: { name: string; phone: string }
}
