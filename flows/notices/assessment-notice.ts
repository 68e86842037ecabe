// What staff are told around meetings that look at risk (研判), and where somebody is not at ease.
import type { MeetingKind } from '../casework/meetings.ts'
import type { Instant } from '../core/event.ts'
import type { CaseFacts, NoticeButton } from './notice.ts'

type Level = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
type Meeting = { meeting: MeetingKind; at: Instant }

export type AssessmentNotice =
  | /** To the chair: what the books have put on the agenda; in the evening once more where it was not held or not finished. */ {
      kind: 'assessmentDue'
      meeting: MeetingKind
      at: Instant
      levels: { [L in Level]: number }
      when: 'now' | 'evening' | 'unfinished'
      /** Empty: a meeting has no number that could be typed. */
      ref: ''
      buttons: NoticeButton[]
    }
  | /** To those who are wanted there: how many cases that they may see. */ ({
      kind: 'assessmentCall'
      cases: number
    } & Meeting)
  | /** To the chief: it was not held; the next one takes its cases. */ ({
      kind: 'assessmentMissed'
      cases: number
    } & Meeting)
  | /** To everybody who was there: only the cases that they may see. */ {
      kind: 'minutes'
      no: number
      cases: { number: string; from: Level; to: Level }[]
    }
  | /** To whoever owes what a meeting decided; what it is, they read by the button. `late` also to the leader. */ {
      kind: 'decided'
      facts: CaseFacts
      due: Instant
      when: 'new' | 'tomorrow' | 'late'
      buttons: NoticeButton[]
    }
  | /** Somebody is not at ease: one level up, or RED already. */ {
      kind: 'uneasy'
      facts: CaseFacts
      from: Level
      due: Instant
      buttons: NoticeButton[]
    }
  | /** A leader is at ease again; the level stays. */ {
      kind: 'atEase'
      facts: CaseFacts
      buttons: NoticeButton[]
    }
  | /** To the officer and, daily, to the leader. */ {
      kind: 'workPlanLate'
      facts: CaseFacts
      due: Instant
      buttons: NoticeButton[]
    }
  | /** To the leader, who reads it in the story of the case. */ {
      kind: 'workPlanWritten'
      facts: CaseFacts
      buttons: NoticeButton[]
    }
