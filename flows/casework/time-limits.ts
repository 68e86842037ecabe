// Time limits that run for a case: when each begins and ends with the case's own steps, its last moment, its marks. Pure.
import {
  type Calendar,
  type Day,
  dayOf,
  daysBetween,
  endOfDay,
  HOUR,
  type Instant,
  instantAt,
  isWorkingDay,
  shiftDay,
} from './calendar.ts'
import type { State } from './tables/life-cycle.ts'
import type { SubCode, TopCode } from './tables/taxonomy.ts'
import { type Length, TIME_LIMITS, type TimeLimit, type TimeLimitCode } from './tables/time-limits.ts'
import { among } from './taxonomy.ts'

export const timeLimit = (code: TimeLimitCode): TimeLimit => TIME_LIMITS.find((one) => one.code === code)!

/** What it is called; a code that nobody knows any more stands for itself. */
export const timeLimitName = (code: string): { zh: string; en: string } =>
  TIME_LIMITS.find((one) => one.code === code) ?? { zh: code, en: code }

/** The last moment. The day something happened on is not counted; a month ends on the same date, or on its own last day. */
export function untilOf(length: Length, from: Instant, calendar: Calendar): Instant {
  if ('hours' in length) return from + length.hours * HOUR
  const day = dayOf(from, calendar)
  return endOfDay(lastDay(length, day, calendar), calendar)
}

function lastDay(length: Exclude<Length, { hours: number }>, from: Day, calendar: Calendar): Day {
  if ('days' in length) return shiftDay(from, length.days)
  if ('workingDays' in length) return workedLater(from, length.workingDays, calendar)
  return monthsLater(from, 'months' in length ? length.months : length.years * 12)
}

const LONGEST_CLOSURE = 3660

function workedLater(from: Day, days: number, calendar: Calendar): Day {
  let day = from
  for (let left = days, looked = 0; left > 0; looked++) {
    if (looked > LONGEST_CLOSURE) throw new Error('the calendar has no working days')
    day = shiftDay(day, 1)
    if (isWorkingDay(day, calendar)) left--
  }
  return day
}

export function monthsLater(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

export type Mark = { left: number; day: Day }

/** The days on which somebody is told of it: those that lie after its beginning, the earliest first. */
export function marksOf(code: TimeLimitCode, from: Instant, until: Instant, calendar: Calendar): Mark[] {
  const first = dayOf(from, calendar)
  const last = dayOf(until, calendar)
  return timeLimit(code)
    .marks.map((left) => ({ left, day: shiftDay(last, -left) }))
    .filter(({ day }) => day > first)
    .sort((one, other) => other.left - one.left)
}

/** Whole days to its last day; negative once it is over. */
export const daysLeft = (until: Instant, now: Instant, calendar: Calendar): number =>
  daysBetween(dayOf(now, calendar), dayOf(until, calendar))

type Case = { track: string | null; category: SubCode }

/** By people's mediation, alone or with the other two forces. */
const ofPeople = (track: string | null) => track === 'PM' || track === 'JOINT'

/** What begins to run with a step of the life cycle. */
export function begunBy(from: State, to: State, { track, category }: Case): TimeLimitCode[] {
  switch (to) {
    case 'ACCEPTED':
      return [
        ...(ofPeople(track) ? (['T-PM-30'] as const) : []),
        ...(track === 'CASE' ? (['T-CASE-30'] as const) : []),
        ...(category === 'SC-BU' ? (['T-SC-10'] as const) : []),
      ]
    case 'MEDIATING':
      // Both sides agree to go on, or to begin anew.
      return ofPeople(track) && (from === 'FAILED' || from === 'BREACHED') ? ['T-PM-30'] : []
    case 'FAILED':
    case 'BREACHED':
      // From then on the act is decided (程序规定185).
      return track === 'PSM' ? ['T-CASE-30'] : []
    case 'TERMINATED':
      return [
        ...(track === 'PSM' && from !== 'FAILED' ? (['T-CASE-30'] as const) : []),
        ...(among(category, ['TA']) && track !== 'PSM' ? (['T-TR-3'] as const) : []),
      ]
    default:
      return []
  }
}

export type Ends = { code: TimeLimitCode; state: 'met' | 'void' }

const OF_MEDIATION: readonly TimeLimitCode[] = ['T-PM-30', 'T-PSM-7W']
const as = (state: Ends['state'], codes: readonly TimeLimitCode[]): Ends[] =>
  codes.map((code) => ({ code, state }))

/** What ends with a step: met where the thing was done, void where it has lost its point. */
export function endedBy(to: State): Ends[] {
  switch (to) {
    case 'AGREED':
      return as('met', [...OF_MEDIATION, 'T-TR-10'])
    case 'FAILED':
    case 'TERMINATED':
      return as('met', OF_MEDIATION)
    case 'REFERRED':
      return [...as('met', ['T-REF-24H']), ...as('void', [...OF_MEDIATION, 'T-CASE-30'])]
    case 'ACCEPTED':
      return as('void', ['T-REF-24H'])
    case 'SCREENING':
      return as('void', OF_MEDIATION)
    case 'CLOSED':
    case 'REJECTED':
    case 'MERGED':
      return as(
        'void',
        TIME_LIMITS.map(({ code }) => code),
      )
    default:
      return []
  }
}

/** Those that run from a day which only an officer can know. */
export const DATED: readonly TimeLimitCode[] = TIME_LIMITS.filter(({ from }) => from === 'date').map(
  ({ code }) => code,
)

/** Those that an officer may set going in a case of this kind, because only they can know the day. */
export const datedFor = (category: SubCode): TimeLimit[] =>
  (TIME_LIMITS as readonly TimeLimit[]).filter(
    (one) =>
      one.from === 'date' &&
      (one.among === undefined || among(category, [...one.among] as (TopCode | SubCode)[])),
  )

/** A moment on a day that somebody names: now where it is today, else when the station opens. */
export const momentOn = (day: Day, now: Instant, calendar: Calendar): Instant =>
  day === dayOf(now, calendar) ? now : instantAt(day, calendar.work.from, calendar)

/** "Both agree to go on": a month more, from its end or from now. */
export const longer = (until: Instant, now: Instant, calendar: Calendar): Instant =>
  untilOf({ months: 1 }, Math.max(until, now), calendar)
