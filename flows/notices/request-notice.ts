// What is told of difficulties, of simple disputes that are offered to mediators, and of hard ones. Facts only.
import type { RequestNews } from '../casework/request.ts'
import type { Instant } from '../core/event.ts'
import type { CaseFacts, NoticeButton } from './notice.ts'

type Name = { zh: string; en: string }
/** Of a difficulty, what a card may show anywhere. */
export type RequestFacts = { number: string; what: Name; village: string | null }

/**
 * `new`: somebody should take it. `notTaken`: nobody has. `soon`: an answer is owed tomorrow. `late`: it was owed. `again`: the
 * answer did not solve it. `unsolved`: nor did the last that the rules give. `tellThem`: no chat may tell the person.
 */
export type RequestWhy = 'new' | 'notTaken' | 'soon' | 'late' | 'again' | 'unsolved' | 'tellThem'

export type RequestNotice =
  | /** To staff. */ {
      kind: 'request'
      why: RequestWhy
      about: RequestFacts
      /** By when an answer is owed. */
      due: Instant
      ref: string
      buttons: NoticeButton[]
    }
  | /** To whoever asked. */ {
      kind: 'requestNews'
      what: RequestNews
      number: string
      by: Instant
      who?: string | null
      words?: string
      unit?: string
    }
  | /** A simple dispute of the village: the first mediator who takes it has it. */ {
      kind: 'offer'
      facts: CaseFacts
      until: Instant
      buttons: NoticeButton[]
    }
  | /** To the responsible officer and the leader: a mediator has it in hand. */ {
      kind: 'offerTaken'
      facts: CaseFacts
      mediator: string
      due: Instant
      buttons: NoticeButton[]
    }
  | /** To the township, the officer and the leader: a hard case, better mediated together. */ {
      kind: 'hardCase'
      facts: CaseFacts
      reasons: Name[]
      buttons: NoticeButton[]
    }
