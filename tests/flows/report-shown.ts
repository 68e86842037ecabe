// What the books answer to a report, in Latin letters: a few facts, counted by the real tables.
import { defaultCalendar } from '../../flows/casework/calendar.ts'
import { chartsOf } from '../../flows/casework/figures/charts.ts'
import type { FigureFacts } from '../../flows/casework/figures/facts.ts'
import { figuresIn, TABLES, tableOf } from '../../flows/casework/figures/figures.ts'
import { columnsOf, countedOf } from '../../flows/casework/figures/number.ts'
import { type Period, periodOf } from '../../flows/casework/figures/period.ts'
import type { Json } from '../../flows/core/event.ts'
import { MORNING } from '../talk.ts'

export const REPORT = {
  offset: 480,
  villages: [
    { id: 'jia', label: 'Jia' },
    { id: 'yi', label: 'Yi' },
  ],
  view: null,
  typed: { period: null, table: null, row: null },
  mayHandIn: false,
}

const FACTS: FigureFacts = { cases: [], requests: [], patrols: [], villages: [{ code: 'jia', name: 'Jia' }] }

const november = (): Period => {
  const period = periodOf('2026-11', MORNING, defaultCalendar)
  if (!period) throw new Error('it has begun')
  return period
}

export function reportShown(asked: {
  period: string
  table: string
  village: string | null
  edition: 'inside' | 'public'
  what: string
  row: { id: string; total: boolean } | null
}): Json {
  const { what, row, ...view } = asked
  if (what === 'end') return { shown: 'end' }
  const asksOn = {
    flow: 'report',
    id: `after-${JSON.stringify(asked)}`,
    given: { ...REPORT, view, mayHandIn: true },
  }
  if (view.table === 'article' && what === 'table') return { shown: 'article', asksOn }
  if (what !== 'table' && view.edition === 'public') return { shown: 'no-list', asksOn }
  const head = {
    period: view.period,
    over: false,
    to: MORNING,
    offset: 480,
    scope: 'station',
    village: view.village,
    edition: view.edition,
    handedIn: null,
  }
  if (what === 'charts')
    return {
      shown: 'charts',
      charts: chartsOf(FACTS, november(), defaultCalendar) as unknown as Json,
      asksOn,
    }
  if (what === 'row') return rowShown(row, head, asksOn)
  const tables = TABLES.filter((code) => view.table === 'all' || view.table === code).map((code) => ({
    code,
    groups: tableOf(code, FACTS, november()).groups.map(({ title, figures }) => ({
      title,
      rows: figures.map((figure) => ({
        id: figure.id,
        name: figure.name,
        form: figure.form,
        unit: figure.unit,
        ...countedOf(figure),
        columns: code === 'B' ? columnsOf(figure) : null,
        was: figure.id === 'A1' ? { now: { sum: 11 } } : {},
      })),
    })),
  }))
  return { shown: 'tables', head, tables, article: view.table === 'all', asksOn } as unknown as Json
}

function rowShown(row: { id: string; total: boolean } | null, head: Json, asksOn: Json): Json {
  const figure = TABLES.flatMap((code) => figuresIn(tableOf(code, FACTS, november()))).find(
    ({ id }) => id === row?.id,
  )
  if (!figure) return { shown: 'no-row', asksOn }
  const { id, name, formula, form, unit, perUnit } = figure
  return {
    shown: 'row',
    head,
    id,
    name,
    formula,
    form,
    unit,
    perUnit,
    total: row?.total === true,
    numbers: form === 'sum' ? { sum: 5 } : { sum: 2, per: 3 },
    list: {
      value: 5,
      entries: [
        { of: 'RD-2026-0001', n: 1 },
        { of: 'RD-2026-0002', n: 1 },
      ],
      hidden: { count: 2, n: 3 },
    },
    per:
      form === 'sum'
        ? null
        : { value: 3, entries: [{ of: 'RD-2026-0001', n: 3 }], hidden: { count: 0, n: 0 } },
    asksOn,
  }
}
