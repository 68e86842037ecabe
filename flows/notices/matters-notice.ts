// What is told of matters that hang: to those who lead, what was found wanting; to whoever told of one, that it was put aside.
import type { Instant } from '../core/event.ts'

export type MattersNotice =
  | /** Every morning while something is found wanting: numbers of cases and requests, by the rule that they break. */ {
      kind: 'looseEnds'
      matters: number
      /** When the oldest of it was found. */
      since: Instant
      by: { code: string; numbers: string[] }[]
    }
  | /** To the reporter: what they began to tell was never finished, and is put aside. */ {
      kind: 'lapsed'
      number: string
      filed: Instant
    }
