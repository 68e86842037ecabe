// The days on which sides are asked: never on the station's market, harvest and festival days, by people only on working days, where the
// matter can wait for one.
import { type Day, isWorkingDay, weekdayOf } from './calendar.ts'
import { rank } from './level.ts'
import type { Avoided, Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { inSeason } from './season.ts'
import type { Level } from './tables/level.ts'

type Rules = Pick<Rulebook, 'avoid' | 'calendar'>

/** What people are left alone for on this day; null when nothing is. */
export function avoidedOn(day: Day, { avoid }: Pick<Rulebook, 'avoid'>): Said | null {
  const one = avoid.find((avoided) => isOn(avoided, day))
  return one ? { zh: one.zh, en: one.en } : null
}

function isOn(avoided: Avoided, day: Day): boolean {
  if ('weekdays' in avoided) return avoided.weekdays.includes(weekdayOf(day))
  const { from, to } = avoided
  return from.length === 'MM-DD'.length ? inSeason({ from, to }, day) : day >= from && day <= to
}

/** The two highest levels wait for no working day: a station is manned every day, and so is danger. */
export const onAnyDay = (level: Level): boolean => rank(level) >= rank('ORANGE')

const OFF: Said = { zh: '不上班', en: 'a day off' }

/** Why nobody is asked on this day; null when somebody may be. `people`: by somebody of the station, not by the desk. */
export const notOn = (day: Day, people: boolean, rules: Rules): Said | null =>
  avoidedOn(day, rules) ?? (people && !isWorkingDay(day, rules.calendar) ? OFF : null)
