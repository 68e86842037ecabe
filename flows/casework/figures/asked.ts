// What somebody wants to see, in a few words: `2026-10`, `上月 B`, `2026-Q3 C12`, `A3 累计`. Pure.
import type { Calendar, Instant } from '../calendar.ts'
import { TABLES, type TableCode } from './figures.ts'
import { readPeriod } from './period.ts'

/** `total`: the list of the whole year. */
export type RowAsked = { id: string; total: boolean }
export type Asked = { period: string | null; table: TableCode | null; row: RowAsked | null }

const ROW = /^表?\s*([abc])\s*(\d{1,3})\s*(累计|全年|年度|total|year)?$/
const isTable = (word: string): TableCode | null =>
  TABLES.find((code) => [code, `表${code}`, `${code}表`, `TABLE ${code}`].includes(word.toUpperCase())) ??
  null

export function readRow(text: string): RowAsked | null {
  const found = ROW.exec(text.normalize('NFKC').trim().toLowerCase())
  return found ? { id: `${found[1]?.toUpperCase()}${Number(found[2])}`, total: found[3] !== undefined } : null
}

/** Null where any of it is not understood. */
export function readAsked(text: string, now: Instant, calendar: Calendar): Asked | null {
  const words = text.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
  // A period may be two words, such as "last month"; a row too, such as "A3 累计".
  for (let cut = words.length; cut >= 0; cut--) {
    const first = words.slice(0, cut).join(' ')
    const rest = words.slice(cut).join(' ')
    const period = first === '' ? null : readPeriod(first, now, calendar)
    if (first !== '' && period === null) continue
    const table = isTable(rest)
    const row = readRow(rest)
    if (rest === '' || table !== null || row !== null)
      return { period, table: table ?? (row?.id[0] as TableCode | undefined) ?? null, row }
  }
  return null
}
