// Times and dates as people read them, on the station's clock.
import { type Calendar, type Day, dayOf, type Instant, minuteOfDay } from './calendar.ts'
import type { Locale } from './said.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number): string => String(n).padStart(2, '0')

/** `2026年12月20日` or `20 Dec 2026`; without the year `12月20日` or `20 Dec`. */
export function dayText(day: Day, locale: Locale, { year = false } = {}): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  if (locale === 'en') return year ? `${d} ${MONTHS[m - 1]} ${y}` : `${d} ${MONTHS[m - 1]}`
  return year ? `${y}年${m}月${d}日` : `${m}月${d}日`
}

export const dateText = (at: Instant, calendar: Calendar, locale: Locale): string =>
  dayText(dayOf(at, calendar), locale)

/** `10:12`. */
export function hourText(at: Instant, calendar: Calendar): string {
  const minute = minuteOfDay(at, calendar)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** `11月27日 10:12` or `27 Nov 10:12`: how a promise such as P22 names a time. */
export const clockText = (at: Instant, calendar: Calendar, locale: Locale): string =>
  `${dateText(at, calendar, locale)} ${hourText(at, calendar)}`
