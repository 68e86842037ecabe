// Which bodies may be meant when a case is passed on: suggestions, the most fitting first. Anybody else can be written down.
import type { Said } from './said.ts'
import { UNITS, type Unit } from './tables/units.ts'

export type Passing = { category: string; track: string | null; limits: readonly string[] }

/** What says more weighs more than all that says less together. */
function weight(unit: Unit, { category, track, limits }: Passing): number {
  const has = (list: readonly string[], code: string | null) => Number(code !== null && list.includes(code))
  const limited = unit.limits.filter((one) => limits.includes(one)).length
  return (
    has(unit.subs, category) * 100 +
    limited * 10 +
    has(unit.tops, category.slice(0, 2)) * 3 +
    has(unit.tracks, track) * 2
  )
}

/** Only those that something speaks for; of equals in the order of the table. */
export const unitsFor = (passing: Passing): Unit[] =>
  UNITS.map((unit) => ({ unit, points: weight(unit, passing) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .map(({ unit }) => unit)

/** As it stands in the books, where the Chinese name is kept; what the table does not have stays as it was written. */
export function unitSaid(name: string): Said {
  const { zh, en } = UNITS.find((one) => one.zh === name) ?? { zh: name, en: name }
  return { zh, en }
}
