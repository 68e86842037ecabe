// What is worth a picture: by level, by village, by category, and how it went month by month. Numbers and names; somebody else draws.
import { type Calendar, dayOf } from '../calendar.ts'
import type { Said } from '../said.ts'
import { LEVELS, type Level } from '../tables/level.ts'
import { TOPS } from '../tables/taxonomy.ts'
import { topOf } from '../taxonomy.ts'
import { atLevel, both, type Counts, cases, registered, settled } from './cases.ts'
import { said } from './define.ts'
import type { CaseFact, FigureFacts } from './facts.ts'
import { type Period, periodName, periodOf, type Span } from './period.ts'
import { tally } from './tally.ts'

export type Chart = {
  kind: 'bars' | 'lines'
  title: Said
  unit: Said
  labels: Said[]
  series: { name: Said; values: number[] }[]
  /** One for each label, where the labels are levels. */
  levels?: Level[]
}

const UNIT = said('件', 'disputes')
const FOUND = said('发现', 'Found')
const SETTLED = said('化解', 'Settled')

/** Pure. Months are those of the year up to the end of the period. */
export function chartsOf(facts: FigureFacts, period: Period, calendar: Calendar): Chart[] {
  const count = (counts: Counts, span: Span = period.now): number => tally(cases(counts)(facts, span)).value
  const { zh, en } = periodName(period.id)
  const bars = (title: Said, rows: { label: Said; value: number }[]): Chart => ({
    kind: 'bars',
    title: said(`${zh}${title.zh}`, `${title.en}, ${en}`),
    unit: UNIT,
    labels: rows.map(({ label }) => label),
    series: [{ name: FOUND, values: rows.map(({ value }) => value) }],
  })
  const levels = bars(
    said('发现的纠纷：按级别', 'Found by level'),
    LEVELS.map(({ code, zh: label, en: name }) => ({
      label: said(label, name),
      value: count(both(registered, atLevel(code))),
    })),
  )
  const here =
    (code: string | null): Counts =>
    ({ village }) =>
      village === code
  const known = facts.villages.map(({ code }) => code)
  const elsewhere: Counts = ({ village }) => village === null || !known.includes(village)
  return [
    { ...levels, levels: LEVELS.map(({ code }) => code) },
    bars(said('发现的纠纷：按村', 'Found by village'), [
      ...facts.villages.map(({ code, name }) => ({
        label: said(name, name),
        value: count(both(registered, here(code))),
      })),
      { label: said('跨村或没有村', 'Several or none'), value: count(both(registered, elsewhere)) },
    ]),
    bars(
      said('发现的纠纷：按类别', 'Found by category'),
      TOPS.filter(({ code }) => code !== 'ND')
        .map((top) => ({
          label: said(top.zh, top.en),
          value: count(both(registered, (c: CaseFact) => topOf(c.category) === top.code)),
        }))
        // What did not happen needs no bar.
        .filter(({ value }) => value > 0)
        .sort((one, other) => other.value - one.value),
    ),
    trend(period, calendar, (counts, span) => count(counts, span)),
  ]
}

function trend(period: Period, calendar: Calendar, count: (counts: Counts, span: Span) => number): Chart {
  const [year, last] = dayOf(period.now.to, calendar).split('-').map(Number) as [number, number]
  const months = Array.from({ length: last }, (_, i) => i + 1)
  const spans = months.map((month) => {
    const id = `${year}-${String(month).padStart(2, '0')}`
    return periodOf(id, period.now.to, calendar)?.now ?? period.now
  })
  return {
    kind: 'lines',
    title: said(`${year}年各月发现和化解`, `Found and settled by month, ${year}`),
    unit: UNIT,
    labels: months.map((month) => said(`${month}月`, String(month))),
    series: [
      { name: FOUND, values: spans.map((span) => count(registered, span)) },
      { name: SETTLED, values: spans.map((span) => count(settled, span)) },
    ],
  }
}
