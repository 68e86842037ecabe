import { DAY, MINUTE } from '../casework/calendar.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { HandInReport, ReportGiven, ShowReport, TableAsked, View } from './commands.ts'
import { type Next, type Ordered, ordered, periodSaid } from './questions.ts'

const TABLES = ['A', 'B', 'C', 'all', 'article'] as const satisfies readonly TableAsked[]

/** What may follow what was shown. */
export function nextOf({ view, villages, mayHandIn }: ReportGiven): Next[] {
  const inside = view?.edition !== 'public'
  return [
    'A',
    'B',
    'C',
    'all',
    'article',
    ...(inside ? (['charts'] as const) : []),
    ...(villages.length > 0 ? (['village'] as const) : []),
    inside ? 'public' : 'inside',
    ...(mayHandIn ? (['hand-in'] as const) : []),
    'end',
  ]
}

type Known = { period?: string; table?: TableAsked; next?: Ordered; village?: string; given: ReportGiven }
type Looked = Exclude<NonNullable<ShowReport['result'] | HandInReport['result']>, Refused>

/**
 * 报表: figures in chat. Each talk shows one thing; the books then ask on what to look at next, so that every number can open its
 * list, and every list another.
 */
export const report = flow<ReportGiven>('report', {
  version: 1,
  idle: { nudge: 30 * MINUTE, expire: DAY },
  prefilled: ({ view, typed }: ReportGiven) => {
    if (view) return typed.row ? { next: { choice: null, row: typed.row, period: null } } : {}
    return {
      ...(typed.period ? { period: typed.period } : {}),
      ...(typed.table ? { table: typed.table } : {}),
    }
  },
  // Somebody has seen what they wanted: nothing is said to silence.
  quietly: ({ given }: Known) => given.view !== null,
})
  .askIf(
    ({ given }) => given.view === null,
    'period',
    ({ given }) => periodSaid(given.offset),
  )
  .askIf(({ given }) => given.view === null, 'table', oneOf(TABLES))
  .askIf(
    ({ given }) => given.view !== null,
    'next',
    ({ given }) => ordered(nextOf(given), given.offset),
  )
  .askIf(
    ({ next }) => next?.choice === 'village',
    'village',
    ({ given }) => choose(given.villages, ['every']),
  )
  .direct()
  .done<Looked | Refused>((known): ShowReport | HandInReport => commandOf(known as Known))

function commandOf({
  period = '',
  table = 'C',
  next,
  village,
  given: { view },
}: Known): ShowReport | HandInReport {
  const begun: View = view ?? { period, table, village: null, edition: 'inside' }
  const look = (change: Partial<View>, what: ShowReport['with']['what'] = 'table'): ShowReport => ({
    do: 'showReport',
    with: { ...begun, ...change, what, row: null },
  })
  if (view === null) return look({})
  if (next?.row) return { do: 'showReport', with: { ...begun, what: 'row', row: next.row } }
  if (next?.period) return look({ period: next.period })
  switch (next?.choice) {
    case 'A':
    case 'B':
    case 'C':
    case 'all':
    case 'article':
      return look({ table: next.choice })
    case 'charts':
      return look({}, 'charts')
    case 'village':
      return look({ village: village === undefined || village === 'every' ? null : village })
    case 'public':
    case 'inside':
      return look({ edition: next.choice })
    case 'hand-in':
      return { do: 'handInReport', with: { view } }
    default:
      return look({}, 'end')
  }
}
