/** A report as lines for an operator: a figure to a line, the period and the year to date. */

import type { ReportFacts } from '../../db/queries/figures/report-facts.ts'
import { TABLE_NAMES } from '../../flows/casework/figures/figures.ts'

type Tallied = { value: number }
type Valued = { sum: Tallied; per: Tallied | null }

const valueLine = ({ sum, per }: Valued): string =>
  per === null ? String(sum.value) : `${sum.value}/${per.value}`

export const reportLines = ({ tables }: ReportFacts): string[] =>
  tables.flatMap(({ code, groups }) => [
    TABLE_NAMES[code].en,
    ...groups.flatMap(({ title, figures }) => [
      title.en,
      ...figures.map(
        ({ id, name, now, year }) =>
          `${id as string}\t${(name as { en: string }).en}\t${valueLine(now as Valued)}\t${valueLine(year as Valued)}`,
      ),
    ]),
  ])
