// A figure as numbers alone, without its lists: what is shown, kept when a report is handed in, and compared later.
import type { Figure, Value } from './figures.ts'
import type { Entry, Tally } from './tally.ts'

/** `per` is absent for a sum. */
export type Numbers = { sum: number; per?: number }

const numbersOf = ({ sum, per }: Value): Numbers =>
  per === null ? { sum: sum.value } : { sum: sum.value, per: per.value }

export type Counted = { now: Numbers; year: Numbers }
export const countedOf = ({ now, year }: Pick<Figure, 'now' | 'year'>): Counted => ({
  now: numbersOf(now),
  year: numbersOf(year),
})

export const sameNumbers = (one: Numbers, other: Numbers): boolean =>
  one.sum === other.sum && one.per === other.per

/** The columns of the Sichuan form that a station fills. The county's own stays empty here. */
export type Columns = { township: Numbers; village: Numbers }

const only = ({ list }: Tally, is: (entry: Entry) => boolean): number =>
  list.reduce((sum, entry) => sum + (is(entry) ? entry.n : 0), 0)

/** 村居 is what one village has to do with, 乡镇街道 everything else; together they are 小计. */
export function columnsOf({ now: { sum, per } }: Pick<Figure, 'now'>): Columns {
  const column = (is: (entry: Entry) => boolean): Numbers =>
    per === null ? { sum: only(sum, is) } : { sum: only(sum, is), per: only(per, is) }
  return {
    township: column(({ village }) => village === null),
    village: column(({ village }) => village !== null),
  }
}
