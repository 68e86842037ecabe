// The version that may leave the station: in a small village a small number is a person (domain 7.2, [D]). Pure.

import { among } from '../taxonomy.ts'
import type { FigureFacts } from './facts.ts'
import type { Figure, FigureGroup, Value } from './figures.ts'
import type { Tally } from './tally.ts'

/** A number below this is not told. [D] */
export const FEWEST = 3

/** Which of a group's numbers are shown. */
export type Shown = { now: boolean; year: boolean }

const enough = ({ list }: Tally): boolean => list.length >= FEWEST
/** Where nothing can be divided by, nothing is given away. */
const shows = ({ sum, per }: Value): boolean =>
  per === null ? enough(sum) && sum.value >= FEWEST : enough(sum) && enough(per) && isFar(sum, per)

/** What is left of a rate is a number too. */
const isFar = (sum: Tally, per: Tally): boolean =>
  sum.value === per.value || Math.abs(per.value - sum.value) >= FEWEST

/**
 * Small numbers are hidden; and where the rows of a group add up to a number that is shown, a single hidden one could be worked
 * out from the others, so the next smallest is hidden with it.
 */
export function shownIn({ parts, figures }: Pick<FigureGroup, 'parts' | 'figures'>): Shown[] {
  const column = (of: 'now' | 'year'): boolean[] => {
    const open = figures.map((figure) => shows(figure[of]))
    const hidden = open.filter((one) => !one).length
    if (!parts || hidden !== 1) return open
    const next = smallest(figures, open, of)
    return open.map((one, i) => one && i !== next)
  }
  const now = column('now')
  const year = column('year')
  return figures.map((_, i) => ({ now: now[i] ?? false, year: year[i] ?? false }))
}

function smallest(figures: readonly Figure[], open: readonly boolean[], of: 'now' | 'year'): number {
  const candidates = figures.flatMap((figure, i) => (open[i] ? [{ i, value: figure[of].sum.value }] : []))
  return candidates.sort((one, other) => one.value - other.value)[0]?.i ?? -1
}

/** Family matters and those of children are counted, and no village is named for them. */
export const withoutVillages = (facts: FigureFacts): FigureFacts => ({
  ...facts,
  cases: facts.cases.map((c) => (among(c.category, ['MF', 'SC']) ? { ...c, village: null } : c)),
})
