// Times of the year that matter to disputes: collecting seasons, festivals, the weeks before Spring Festival.
import { type Calendar, type Day, dayOf, daysBetween, type Instant } from './calendar.ts'
import type { Festival, Rulebook, Season } from './rulebook.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { among } from './taxonomy.ts'

export function inSeason({ from, to }: Pick<Season, 'from' | 'to'>, day: Day): boolean {
  const date = day.slice(5)
  return from <= to ? date >= from && date <= to : date >= from || date <= to
}

/** The collecting seasons running now that concern this kind of dispute. */
export const seasonsFor = (category: SubCode, at: Instant, { seasons, calendar }: Rulebook): Season[] =>
  seasons.filter((season) => among(category, season.categories) && inSeason(season, dayOf(at, calendar)))

/** The first day of the season's next run, after this instant. */
export function nextStart({ from }: Season, at: Instant, calendar: Calendar): Day {
  const today = dayOf(at, calendar)
  const year = Number(today.slice(0, 4))
  const thisYear = `${year}-${from}`
  return thisYear > today ? thisYear : `${year + 1}-${from}`
}

/** Days until the nearest Spring Festival in the station's table, 0 on the day; null when none lies ahead. */
export function daysToSpringFestival(at: Instant, { festivals, calendar }: Rulebook): number | null {
  const ahead = festivals
    .filter(({ kind }) => kind === 'spring-festival')
    .map(({ date }) => daysBetween(dayOf(at, calendar), date))
    .filter((days) => days >= 0)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** Festivals within the station's window (seven days either way unless changed). */
export const festivalsAround = (at: Instant, { festivals, festivalDays, calendar }: Rulebook): Festival[] =>
  festivals.filter(({ date }) => Math.abs(daysBetween(dayOf(at, calendar), date)) <= festivalDays)
