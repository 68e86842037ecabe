// What is told of the law's time limits. Facts only.
import type { Instant } from '../core/event.ts'
import type { CaseFacts, NoticeButton } from './notice.ts'

export type LawNotice = /** To those who answer for the case: a time limit is over. */ {
  kind: 'limitOver'
  facts: CaseFacts
  /** A code of casework/tables/time-limits. */
  code: string
  until: Instant
  buttons: NoticeButton[]
}
