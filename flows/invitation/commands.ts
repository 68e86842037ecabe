import type { Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'

export type Coming = 'coming' | 'cannot' | 'other-time'

/** What somebody who was asked to a sitting knows of it: a number and a time, no names and no story. */
export type InvitationGiven = {
  invitation: string
  /** When this was asked: another time is asked anew, and an answer to the first is none to the second. */
  asked: Instant
  number: string
  at: Instant
  /** Minutes east of UTC at the station. */
  offset: number
}

/** When it is, how many were told of it, and which sides no chat reaches. */
export type Arranged = { number: string; at: Instant; told: number; phone: Side[] }

/** 来 / 来不了 / 换时间: of somebody's own, or by the officer who asked them on the phone. */
export type AnswerInvitation = Command<
  'answerInvitation',
  { invitation: string; asked: Instant | null; answer: Coming; words: string | null },
  Arranged | Refused
>
