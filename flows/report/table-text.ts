// Tables and lists as lines of a message, in either language; the sentences around them are the words' own.

import { TABLE_NAMES } from '../casework/figures/figures.ts'
import type { Numbers } from '../casework/figures/number.ts'
import { FEWEST } from '../casework/figures/public.ts'
import { amountText, valueText } from '../casework/figures/text.ts'
import { inLanguage, type Locale, type Said } from '../casework/said.ts'
import { ARTICLE, ARTICLE_LABEL, articleValue } from '../casework/tables/article.ts'
import type { ListShown, RowShown, TableShown } from './commands.ts'

/** What stands between the parts of a line. */
export type Wording = {
  locale: Locale
  /** `累计`, `was` and the like. */
  year: string
  revised: (parts: string[]) => string
  was: (what: 'now' | 'year', value: string) => string
  columns: string
  hidden: (count: number, amount: string) => string
  round: (no: string) => string
}

const few = `<${FEWEST}`

const shown = (value: Numbers | null, row: RowShown, locale: Locale): string =>
  value === null ? few : valueText(value, row, locale)

function columnsText({ columns, now }: RowShown, row: RowShown, locale: Locale): string {
  if (columns === null) return now === null ? `${few}｜${few}｜` : ''
  return `${valueText(columns.township, row, locale)}｜${valueText(columns.village, row, locale)}｜`
}

function line(row: RowShown, table: TableShown, w: Wording): string {
  const { locale } = w
  const { id, name, now, year, was } = row
  const columns = table.code === 'B' ? columnsText(row, row, locale) : ''
  const parts = (['now', 'year'] as const).flatMap((what) => {
    const before = was[what]
    return before === undefined ? [] : [w.was(what, valueText(before, row, locale))]
  })
  const revised = parts.length > 0 ? w.revised(parts) : ''
  const total = table.code === 'B' ? shown(year, row, locale) : `${w.year} ${shown(year, row, locale)}`
  return `${id} ${inLanguage(name, locale)} ${columns}${shown(now, row, locale)}｜${total}${revised}`
}

/** A table in as few messages as can be read: the form of 52 rows goes by its own groups. */
export function tableText(table: TableShown, head: string, w: Wording): string {
  const groups = table.groups.map(({ title, rows }) =>
    [`【${inLanguage(title, w.locale)}】`, ...rows.map((row) => line(row, table, w))].join('\n'),
  )
  const title = `${inLanguage(TABLE_NAMES[table.code], w.locale)}｜${head}`
  return [title, ...(table.code === 'B' ? [w.columns] : []), ...groups].join('\n')
}

/** So many to a line, so that a long list is cut at the end of one. */
const PER_LINE = 3

export function listText({ entries, hidden, value }: ListShown, unit: RowShown['unit'], w: Wording): string {
  const { locale } = w
  const name = (of: string) => (/^\d+$/.test(of) ? w.round(of) : of)
  const one = ({ of, n }: ListShown['entries'][number]): string =>
    n === 1 && unit !== 'money' && unit !== 'day' && unit !== 'point'
      ? name(of)
      : `${name(of)} ${amountText(n, unit, locale)}`
  const named = entries.map(one)
  const lines = Array.from({ length: Math.ceil(named.length / PER_LINE) }, (_, i) =>
    named.slice(i * PER_LINE, (i + 1) * PER_LINE).join(locale === 'en' ? ', ' : '、'),
  )
  const rest = hidden.count > 0 ? [w.hidden(hidden.count, amountText(hidden.n, unit, locale))] : []
  return [amountText(value, unit, locale), ...lines, ...rest].join('\n')
}

/** The article's own table, and nothing of the books beside it. */
export const articleText = (locale: Locale): string =>
  [
    inLanguage(ARTICLE_LABEL, locale),
    ...ARTICLE.map((one) =>
      [one.name, articleValue(one), one.since].map((part: Said) => inLanguage(part, locale)).join('｜'),
    ),
  ].join('\n')
