// What the figures need a person's word for: something was prevented, and what a leader said of it.
import type { CaseFacts, NoticeButton } from './notice.ts'

export type Prevented = 'crime' | 'petition' | 'suicide' | 'fight'

export type FiguresNotice =
  | /** To the leader: an officer says that something was prevented. */ {
      kind: 'prevention'
      facts: CaseFacts
      what: Prevented
      people: number
      buttons: NoticeButton[]
    }
  | /** To whoever said so. */ {
      kind: 'preventionDecided'
      facts: CaseFacts
      what: Prevented
      approved: boolean
      buttons: NoticeButton[]
    }
