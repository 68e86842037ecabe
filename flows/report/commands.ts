import type { Chart } from '../casework/figures/charts.ts'
import type { Defined, Unit } from '../casework/figures/define.ts'
import type { TableCode } from '../casework/figures/figures.ts'
import type { Columns, Numbers } from '../casework/figures/number.ts'
import type { Said } from '../casework/said.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'
import type { Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'

export type TableAsked = TableCode | 'article' | 'all'
/** `public` may leave the station: small numbers are hidden, and there are no lists. */
export type Edition = 'inside' | 'public'

/** What somebody looks at. */
export type View = { period: string; table: TableAsked; village: string | null; edition: Edition }

export type ReportGiven = {
  /** Minutes east of UTC. */
  offset: number
  /** The villages they may ask for. */
  villages: Choice[]
  /** What was shown last; null at the beginning. */
  view: View | null
  /** What was said with the words that began it. */
  typed: { period: string | null; table: TableCode | null; row: { id: string; total: boolean } | null }
  /** What was shown is of a time that is over, and for the whole station. */
  mayHandIn: boolean
}

export type ReportHead = {
  period: string
  over: boolean
  /** Up to when it was counted. */
  to: Instant
  offset: number
  /** Over what: the station, the villages of whoever asks, or their own cases. */
  scope: 'station' | 'area' | 'own'
  village: string | null
  edition: Edition
  /** When it was handed in last, and how often; null while it was not. */
  handedIn: { rev: number; at: Instant } | null
}

/** Null is hidden. `was` is what stood there when it was handed in, where that differs. */
export type RowShown = {
  id: string
  name: Said
  form: Defined['form']
  unit: Unit
  now: Numbers | null
  year: Numbers | null
  /** Of table B. */
  columns: Columns | null
  was: { now?: Numbers; year?: Numbers }
}
export type TableShown = { code: TableCode; groups: { title: Said; rows: RowShown[] }[] }

/** `hidden` are so many things, together so much, that whoever asks may not know; with them the sum is right. */
export type ListShown = {
  value: number
  entries: { of: string; n: number }[]
  hidden: { count: number; n: number }
}

type Shown<K, T = unknown> = { shown: K; asksOn: Opened } & T

/** The figures of a period, over what whoever asks answers for. */
export type ShowReport = Command<
  'showReport',
  View & {
    what: 'table' | 'row' | 'charts' | 'end'
    row: { id: string; total: boolean } | null
  },
  | Shown<'tables', { head: ReportHead; tables: TableShown[]; article: boolean }>
  | Shown<'article'>
  | Shown<
      'row',
      {
        head: ReportHead
        id: string
        name: Said
        formula: Said
        form: Defined['form']
        unit: Unit
        perUnit: Unit
        total: boolean
        numbers: Numbers
        list: ListShown
        per: ListShown | null
      }
    >
  | Shown<'charts', { charts: Chart[] }>
  | Shown<'no-row'>
  | Shown<'no-list'>
  | { shown: 'end' }
  | Refused
>

/** 定稿: the figures of a time that is over are kept as they are now. */
export type HandInReport = Command<
  'handInReport',
  { view: View },
  Shown<'handed-in', { period: string; rev: number }> | Refused
>
