// Figures for programs: every number with its formula and the list that it is the sum of. Numbers of cases, no personal words.
import { ofVillage } from '../../../flows/casework/figures/facts.ts'
import {
  type Figure,
  TABLES,
  type TableCode,
  tableOf,
  type Value,
} from '../../../flows/casework/figures/figures.ts'
import { columnsOf, countedOf } from '../../../flows/casework/figures/number.ts'
import { periodOf, readPeriod, type Span } from '../../../flows/casework/figures/period.ts'
import { revisionOf } from '../../../flows/casework/figures/revised.ts'
import type { Tally } from '../../../flows/casework/figures/tally.ts'
import type { Said } from '../../../flows/casework/said.ts'
import { ARTICLE, ARTICLE_LABEL, articleValue } from '../../../flows/casework/tables/article.ts'
import type { Json } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { lastHandedIn } from './handed-in.ts'
import { figureFacts } from './read.ts'
import { EVERYTHING } from './scope.ts'

export type ReportFacts = {
  period: string
  now: Span
  year: Span
  over: boolean
  village: string | null
  handedIn: { rev: number; at: number } | null
  tables: { code: TableCode; groups: { title: Said; figures: { [name: string]: Json }[] }[] }[]
  article: { label: Said; figures: { name: Said; value: Said; since: Said }[] }
}

type Asked = { period: string; tables: string[]; village: string | null }

/** Throws with one sentence where it makes no sense. */
export async function reportFacts(
  books: Books,
  { period: said, tables, village }: Asked,
): Promise<ReportFacts> {
  const { calendar } = books.station.rulebook
  const period = periodOf(readPeriod(said, books.now, calendar) ?? '', books.now, calendar)
  if (!period) throw new Error(`There is no period ${said}, or it has not begun.`)
  if (village !== null && !books.station.villages.some(({ code }) => code === village))
    throw new Error(`There is no village ${village}.`)
  const unknown = tables.find((one) => !TABLES.some((code) => code === one))
  if (unknown !== undefined) throw new Error(`There is no table ${unknown}.`)
  const all = await figureFacts(books, EVERYTHING, period)
  const facts = village === null ? all : ofVillage(all, village)
  const before = village === null ? await lastHandedIn(books, period.id) : null
  const codes = tables.length === 0 ? TABLES : TABLES.filter((code) => tables.includes(code))
  books.audit('read-report', `station:${books.station.id}`, { period: period.id, village })
  const shown = (figure: Figure): { [name: string]: Json } => {
    const { id, name, formula, form, unit, now, year } = figure
    const counted = countedOf(figure)
    return {
      id,
      name,
      formula,
      form,
      unit,
      now: valueFacts(now),
      year: valueFacts(year),
      was: revisionOf(id, counted, before?.figures ?? null),
      ...(id.startsWith('B') ? { columns: columnsOf(figure) } : {}),
    }
  }
  return {
    period: period.id,
    now: period.now,
    year: period.year,
    over: period.over,
    village,
    handedIn: before && { rev: before.rev, at: before.at },
    tables: codes.map((code) => ({
      code,
      groups: tableOf(code, facts, period).groups.map(({ title, figures }) => ({
        title,
        figures: figures.map(shown),
      })),
    })),
    article: {
      label: ARTICLE_LABEL,
      figures: ARTICLE.map((one) => ({ name: one.name, value: articleValue(one), since: one.since })),
    },
  }
}

const tallyFacts = ({ value, list }: Tally) => ({ value, list: list.map(({ of, n }) => ({ of, n })) })
const valueFacts = ({ sum, per }: Value) => ({ sum: tallyFacts(sum), per: per && tallyFacts(per) })
