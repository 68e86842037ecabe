// On which days the station looks at risk together (研判): every week, daily while a case is RED, before festivals and seasons. Pure.
import { type Day, daysBetween, instantAt, shiftDay, weekdayOf } from './calendar.ts'
import type { Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { nextStart } from './season.ts'

export type MeetingKind = 'weekly' | 'daily' | 'festival' | 'season' | 'called'
export const MEETING_KINDS: { readonly [K in MeetingKind]: Said } = {
  weekly: { zh: '每周', en: 'weekly' },
  daily: { zh: '红级每日', en: 'daily, red only' },
  festival: { zh: '节前', en: 'before a festival' },
  season: { zh: '采集季前', en: 'before the collecting season' },
  called: { zh: '临时', en: 'called' },
}

/** A day to be ready for, with its name. */
export type Ahead = { day: Day } & Said

/** What is held on this day; null where nothing is. `days` are festivals and sensitive days, the station's own included. */
export function meetingOn(
  day: Day,
  { red, days }: { red: boolean; days: readonly Ahead[] },
  rulebook: Rulebook,
): Exclude<MeetingKind, 'called'> | null {
  const { weekday, festivalAhead, seasonAhead } = rulebook.assessment
  // A festival of several days is one.
  const known = new Set(days.map((one) => one.day))
  const first = [...known].filter((one) => !known.has(shiftDay(one, -1)))
  if (first.some((one) => daysBetween(day, one) === festivalAhead)) return 'festival'
  const noon = instantAt(day, '12:00', rulebook.calendar)
  const starts = rulebook.seasons.map((one) => nextStart(one, noon, rulebook.calendar))
  if (starts.some((one) => daysBetween(day, one) === seasonAhead)) return 'season'
  if (weekdayOf(day) === weekday) return 'weekly'
  return red ? 'daily' : null
}

/** As far as a meeting looks for days to be ready for. */
const LOOKS = 30

/** What lies ahead: festivals, sensitive days, the beginning of each season; the nearest first, each once. */
export function daysAhead(today: Day, days: readonly Ahead[], rulebook: Rulebook): Ahead[] {
  const noon = instantAt(today, '12:00', rulebook.calendar)
  const seasons = rulebook.seasons.map(({ zh, en, ...one }) => ({
    day: nextStart({ zh, en, ...one }, noon, rulebook.calendar),
    zh: `${zh}开始`,
    en: `${en} begins`,
  }))
  const near = [...days, ...seasons].filter(({ day }) => {
    const left = daysBetween(today, day)
    return left >= 0 && left <= LOOKS
  })
  const once = new Map(near.map((one) => [`${one.day} ${one.zh}`, one]))
  return [...once.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
