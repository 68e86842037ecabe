// What is told of work with others: a case that was passed on, and a sitting of police, cadres and people (三调联动).
import type { Side } from '../case.ts'
import type { Force } from '../casework/joint.ts'
import type { Instant } from '../core/event.ts'
import type { CaseFacts, NoticeButton } from './notice.ts'

type Name = { zh: string; en: string }

export type TogetherNotice =
  | /** The day by which another body was to settle it has passed. */ {
      kind: 'referralLate'
      facts: CaseFacts
      due: Instant
      acknowledged: boolean
      buttons: NoticeButton[]
    }
  | /** To the leader: another body has settled it, and it may be closed. */ {
      kind: 'referralDone'
      facts: CaseFacts
      buttons: NoticeButton[]
    }
  | /** To the reporter: it was sent back, and we go on with it. */ { kind: 'referralBack'; number: string }
  | /** To the reporter: what came of it, in the sentence that an officer wrote for them. */ {
      kind: 'referralResult'
      number: string
      unit: string
      words: string
    }
  | /** To somebody who works here: asked to a sitting, or asked anew since its time has changed. */ {
      kind: 'jointInvited'
      facts: CaseFacts
      at: Instant
      place: string
      moved: boolean
      buttons: NoticeButton[]
    }
  | /** To the same, the day before. */ {
      kind: 'jointReminder'
      facts: CaseFacts
      at: Instant
      place: string
      buttons: NoticeButton[]
    }
  | /** To the same: it will not be held. */ { kind: 'jointCancelled'; facts: CaseFacts; at: Instant }
  | /** To the host: who comes. Colleagues by name, sides as sides, guests by their count. */ {
      kind: 'jointWho'
      facts: CaseFacts
      at: Instant
      coming: Name[]
      cannot: Name[]
      otherTime: Name[]
      silent: Name[]
      /** Forces of which nobody will be there. */
      missing: Force[]
      buttons: NoticeButton[]
    }
  | /** To the officer: whom no chat reaches, to be told by phone. */ {
      kind: 'jointPhone'
      facts: CaseFacts
      at: Instant
      sides: Side[]
      guests: number
      why: 'asked' | 'moved' | 'off' | 'eve'
      buttons: NoticeButton[]
    }
  | /** To the host: the time has passed, and nothing is written down. */ {
      kind: 'jointRecord'
      facts: CaseFacts
      at: Instant
      buttons: NoticeButton[]
    }
  | /** To a side, the day before. */ { kind: 'jointSoon'; number: string; at: Instant; place: string }
  | /** To a side: it will not be held. */ { kind: 'jointOff'; number: string; at: Instant }
