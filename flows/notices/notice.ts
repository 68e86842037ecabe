import type { Side } from '../case.ts'
import type { Instant } from '../core/event.ts'
import type { Button } from '../core/reply.ts'
import type { AssessmentNotice } from './assessment-notice.ts'
import type { FiguresNotice } from './figures-notice.ts'
import type { LawNotice } from './law-notice.ts'
import type { MattersNotice } from './matters-notice.ts'
import type { PatrolNotice } from './patrol-notice.ts'
import type { RequestNotice } from './request-notice.ts'
import type { TogetherNotice } from './together-notice.ts'
import type { WarningNotice } from './warning-notice.ts'

type Level = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
type Name = { zh: string; en: string }
/** What every notice about a case may show in a group or on a lock screen: no names, no story. */
export type CaseFacts = { number: string; level: Level; category: Name; village: string | null }
/** A button, by the flow it opens; words label it. */
export type Does =
  | 'screen'
  | 'assign'
  | 'accept'
  | 'decline'
  | 'contact'
  | 'visit'
  | 'duty'
  | 'calm'
  | 'close'
  | 'refer'
  | 'move'
  | 'mediate'
  | 'plan'
  | 'flag'
  | 'thirdparty'
  | 'takeRequest'
  | 'answerRequest'
  | 'passRequest'
  | 'laterRequest'
  | 'caseRequest'
  | 'asRequest'
  | 'takeOffer'
  | 'declineOffer'
  | 'merge'
  | 'zero'
  | 'lookout'
  | 'patrolled'
  | 'receipt'
  | 'joint'
  | 'jointRecord'
  | 'come'
  | 'cannot'
  | 'otherTime'
  | 'assess'
  | 'carryOut'
  | 'writePlan'
  | 'approvePrevention'
/**
 * `wrong`: somebody answered, and not with the phrase. `again`: once more after that. `late`: with the phrase, when the one try
 * was over. `duress`: the call for help. `danger`: words of danger before any phrase. `silent`: no answer for a day. `left`: the
 * phrase, and then nothing. `unsaid`: it could not be begun as the plan allows.
 */
export type PhraseNews = 'wrong' | 'again' | 'late' | 'duress' | 'danger' | 'silent' | 'left' | 'unsaid'
/** What a group is told of. */
export type GroupAlert = 'newCase' | 'notAccepted' | 'emergency' | 'raised' | 'contactLate' | 'dutyOverdue'
/** What follows from a round and somebody has to do, or to know of. */
export type Todo =
  | 'extraRound'
  | 'visitWithCadre'
  | 'visitAlone'
  | 'supplement'
  | 'urge'
  | 'refused'
  | 'consent'
  | 'askAgain'
  | 'askVillage'
export type NoticeButton = Pick<Button, 'id'> & { does: Does }

/**
 * Something the station's books promise to tell somebody. Facts only: the words are found when it is sent, in the
 * receiver's language. Instants are shown as wall-clock time by the station's `offset` (minutes east of UTC). A notice with
 * buttons and no case names what they are about as `ref`: a number that can be typed, or '' where the word alone will do.
 */
export type Notice = { offset: number } & (
  | LawNotice
  | FiguresNotice
  | AssessmentNotice
  | MattersNotice
  | RequestNotice
  | PatrolNotice
  | TogetherNotice
  | WarningNotice
  | /** To the leader: a case to screen and to assign. */ {
      kind: 'newCase'
      facts: CaseFacts
      reasons: Name[]
      suggested: string | null
      contactBy: Instant
      buttons: NoticeButton[]
    }
  | /** O01 */ { kind: 'assigned'; facts: CaseFacts; due: Instant; buttons: NoticeButton[] }
  | /** To the new officer's next step, after 签收. */ {
      kind: 'next'
      facts: CaseFacts
      state: string
      due: Instant | null
      buttons: NoticeButton[]
    }
  | /** O02 */ {
      kind: 'notAccepted'
      facts: CaseFacts
      hours: number
      leader: string | null
      buttons: NoticeButton[]
    }
  | /** O03 */ { kind: 'raised'; facts: CaseFacts; from: Level; reasons: Name[]; buttons: NoticeButton[] }
  | /** W01: a hard trigger. */ {
      kind: 'emergency'
      facts: CaseFacts
      reasons: Name[]
      buttons: NoticeButton[]
    }
  | /** W03 */ { kind: 'contactLate'; facts: CaseFacts; due: Instant; buttons: NoticeButton[] }
  | /** Somebody asked for a person, to be left alone, or for erasure. */ {
      kind: 'wants'
      what: 'human' | 'stop' | 'erasure' | 'call'
      facts: CaseFacts | null
      buttons: NoticeButton[]
    }
  | /** O04 */ {
      kind: 'revisitDue'
      facts: CaseFacts
      sides: Side[]
      mode: 'call' | 'visit'
      why: Name | null
      /** What has come due and is not done: numbers and days. Absent in what was told before it was shown. */
      duties?: { no: number; due: Instant }[]
      buttons: NoticeButton[]
    }
  | /** How the two houses are: to somebody of the village, or to the officer who asks in their place, and why. */ {
      kind: 'howAreThey'
      facts: CaseFacts
      by: 'village' | 'closed' | 'nobody' | 'silent'
      buttons: NoticeButton[]
    }
  | /** What was an officer's to ask has been answered in chat after all. */ {
      kind: 'revisitAnswered'
      facts: CaseFacts
      side: Side
      buttons: NoticeButton[]
    }
  | /** What a round showed. */ {
      kind: 'outcome'
      facts: CaseFacts
      code: string
      verdict: string
      surface: number
      reasons: Name[]
      todo?: Todo[]
      /** Where the case came to be in breach by it: the ways that are open to whom something is owed, as codes. */
      remedies?: string[]
      buttons: NoticeButton[]
    }
  | /** O05 */ {
      kind: 'dutyOverdue'
      facts: CaseFacts
      duty: number
      due: Instant
      /** The ways that are open to whom it is owed, as codes. */
      remedies?: string[]
      buttons: NoticeButton[]
    }
  | /** What came of asking both sides whether a duty may be changed. */ {
      kind: 'supplement'
      facts: CaseFacts
      duty: number
      result: 'agreed' | 'refused' | 'silent'
      buttons: NoticeButton[]
    }
  | /** To the leader: somebody felt pressed, so another mediator has to ask. `mediated` are those who held the talks. */ {
      kind: 'consentReview'
      facts: CaseFacts
      mediated: string[]
      suggested: string | null
      /** Officers lead: no other mediator is asked, but another officer. */
      byOfficer: boolean
      buttons: NoticeButton[]
    }
  | /** All is done that was planned: a leader may close. */ {
      kind: 'mayClose'
      facts: CaseFacts
      buttons: NoticeButton[]
    }
  | /** A message could not be delivered and somebody must act. */ {
      kind: 'undelivered'
      facts: CaseFacts | null
      why: string
    }
  | /** What came of a guarded talk with somebody at risk; never a word of it, and nothing of the phrase. */ {
      kind: 'phrase'
      facts: CaseFacts
      why: PhraseNews
      /** The silent call for help, or words of danger: at once. */
      urgent: boolean
      buttons: NoticeButton[]
    }
  | /** Voice waits for a listener (W19). */ { kind: 'voice'; facts: CaseFacts }
  | /** New words on a case. */ { kind: 'added'; facts: CaseFacts; files: number }
  | /** O06 */ { kind: 'alike'; facts: CaseFacts; other: string; why?: Name[]; buttons: NoticeButton[] }
  | /** Another report was found to be of the same matter, and belongs to this case from now on. */ {
      kind: 'mergedIn'
      facts: CaseFacts
      other: string
      buttons: NoticeButton[]
    }
  | /** To whoever told of it: it is worked on together with what was told before. */ {
      kind: 'merged'
      number: string
    }
  | /** O07, to the chief: the week's work. */ {
      kind: 'digest'
      levels: { [L in Level]: number }
      overdue: number
      breached: number
      unvisited: number
    }
  | /** O08 */ { kind: 'noProgress'; facts: CaseFacts; days: number; buttons: NoticeButton[] }
  | /** A chat speaks for somebody who works here from now on: to those above, and to themselves (`name` null). */ {
      kind: 'bound'
      name: string | null
      channel: string
    }
  | /** To a group of staff, beside the cards that its members get: never a name, a reason, a story or a button. */ {
      kind: 'groupAlert'
      facts: CaseFacts
      about: GroupAlert
      due: Instant | null
      /** What may be typed to the bot in private. */
      does: Does
    }
  | /** To a resident: another chat was joined to this one. */ { kind: 'linked'; channel: string }
  | /** To the reporter: who has it. */ {
      kind: 'taken'
      number: string
      officer: string | null
      /** Null once they have been talked to. */
      contactBy: Instant | null
    }
  | /** The last sentence of P04, once the duty officer was really told. */ { kind: 'emergencyTold' }
  | /** To the reporter. */ { kind: 'refusedCase'; number: string; reason: string }
  | /** P33, to the reporter. */ {
      kind: 'referred'
      number: string
      unit: string
      phone: string | null
      /** By when to expect something. Absent in what was told before it was said. */
      due?: Instant
    }
  | /** To each side: what was agreed. */ {
      kind: 'agreed'
      number: string
      duties: { mine: boolean; what: string; due: Instant | null }[]
      /** One sentence of law, with its source. Absent where none fits. */
      law?: Name
    }
  | /** R13, R14: to the debtor. `left` is what is still to be paid, in fen, where a part was. */ {
      kind: 'dutySoon'
      what: string
      due: Instant
      left?: number
    }
  | { kind: 'dutyLate'; what: string; due: Instant; phone: string; left?: number }
  | /** R15, to each side: the court may confirm the agreement, until this day. */ {
      kind: 'confirmable'
      number: string
      until: Instant
    }
  | /** R16, to each side. */ { kind: 'notAgreed'; number: string; remedies: string[] }
  | /** To a side that did not get in time what it is owed: the ways that are open to it, as codes. */ {
      kind: 'notKept'
      number: string
      remedies: string[]
    }
  | /** To the reporter and the sides. */ { kind: 'closed'; number: string }
  | /** R12 */ { kind: 'willCall' }
  | /** To a side whose channel asks for it: so many permissions to write first, one for each time. */ {
      kind: 'permission'
      rounds: number
    }
)
