// The station's clock and calendar: its zone, working hours, holidays and quiet hours.
import { aheadIn, atWallIn, nextChange } from './zone.ts'

/** Milliseconds since the epoch. */
export type Instant = number
/** A date at the station, `YYYY-MM-DD`. */
export type Day = string
/** A time of day at the station, `HH:MM`. */
export type Clock = string

export type Calendar = {
  /** Minutes ahead of UTC; 480 is China, which never changes its clocks. */
  offsetMinutes: number
  /** An IANA name such as `Europe/Berlin`, where clocks are changed; it counts in place of the offset. */
  zone?: string | null
  /** Weekdays count from 1 (Monday) to 7 (Sunday). */
  work: { from: Clock; to: Clock; days: number[] }
  holidays: Day[]
  /** Weekend days that are worked to make up for a holiday. */
  extraWorkDays: Day[]
  /** When nothing but safety may reach a resident; equal ends mean that there are none. */
  quiet: { from: Clock; to: Clock }
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const defaultCalendar: Calendar = {
  offsetMinutes: 480,
  zone: null,
  work: { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] },
  holidays: [],
  extraWorkDays: [],
  quiet: { from: '21:00', to: '08:00' },
}

/** Minutes since midnight. */
export const minutesOf = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Milliseconds ahead of UTC at this instant. */
const ahead = (at: Instant, { zone, offsetMinutes }: Calendar): number =>
  zone ? aheadIn(zone, at) : offsetMinutes * MINUTE

/** Minutes ahead of UTC at this instant, for those who only have to show it. */
export const offsetAt = (at: Instant, calendar: Calendar): number => ahead(at, calendar) / MINUTE

/** When the clock shows this wall time, given as if it were UTC; what a change leaves out is the change itself. */
const atWall = (wall: number, { zone, offsetMinutes }: Calendar): Instant =>
  zone ? atWallIn(zone, wall) : wall - offsetMinutes * MINUTE

/** The date at the station. */
export const dayOf = (at: Instant, calendar: Calendar): Day =>
  new Date(at + ahead(at, calendar)).toISOString().slice(0, 10)

/** Minutes since midnight on the station's clock, whole ones. */
export function minuteOfDay(at: Instant, calendar: Calendar): number {
  const wall = at + ahead(at, calendar)
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE)
}

/** The beginning of the station's day that holds this instant: midnight, or the first moment after it that there is. */
export function dayStart(at: Instant, calendar: Calendar): Instant {
  return atWall(Math.floor((at + ahead(at, calendar)) / DAY) * DAY, calendar)
}

/**
 * The moment a day's clock shows this time. Where clocks are put forward over it: the moment of the change; where they
 * are put back and show it twice: the first.
 */
export const instantAt = (day: Day, clock: Clock, calendar: Calendar): Instant =>
  atMinute(day, minutesOf(clock), calendar)

/** The same by minutes since midnight. */
export const atMinute = (day: Day, minute: number, calendar: Calendar): Instant =>
  atWall(Date.parse(`${day}T00:00:00Z`) + minute * MINUTE, calendar)

/** The last millisecond of a day: what "by the 20th" means. */
export const endOfDay = (day: Day, calendar: Calendar): Instant => atMinute(day, 24 * 60, calendar) - 1

/** Same wall-clock time some days later. Without a calendar, or with a fixed offset, every day is 24 hours long. */
export const addDays = (at: Instant, days: number, calendar?: Calendar): Instant =>
  !calendar?.zone || days === 0 ? at + days * DAY : atWall(at + ahead(at, calendar) + days * DAY, calendar)

export const shiftDay = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one date to another; negative when the other lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

export const isWorkingDay = (day: Day, { work, holidays, extraWorkDays }: Calendar): boolean =>
  extraWorkDays.includes(day) || (work.days.includes(weekdayOf(day)) && !holidays.includes(day))

/** Minutes in one working day. */
export const workDayMinutes = ({ work }: Calendar): number => minutesOf(work.to) - minutesOf(work.from)

const LONGEST_CLOSURE = 3660

/** The instant by which this much working time has passed. Throws when no day is worked for ten years. */
export function addWorkingMinutes(at: Instant, minutes: number, calendar: Calendar): Instant {
  let left = minutes * MINUTE
  let day = dayOf(at, calendar)
  for (let closed = 0; closed < LONGEST_CLOSURE; day = shiftDay(day, 1)) {
    const from = Math.max(at, instantAt(day, calendar.work.from, calendar))
    const room = instantAt(day, calendar.work.to, calendar) - from
    if (room <= 0 || !isWorkingDay(day, calendar)) {
      closed++
      continue
    }
    if (left <= room) return from + left
    left -= room
    closed = 0
  }
  throw new Error('the calendar has no working days')
}

/** So many full days of working time later: asked on Friday at 17:00, one is over on Monday at 17:00. */
export const addWorkingDays = (at: Instant, days: number, calendar: Calendar): Instant =>
  addWorkingMinutes(at, days * workDayMinutes(calendar), calendar)

/** Working days after `from`, up to and including `to`, as the law counts them. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1))
    if (isWorkingDay(day, calendar)) count++
  return count
}

export function inQuietHours(at: Instant, calendar: Calendar): boolean {
  const from = minutesOf(calendar.quiet.from)
  const to = minutesOf(calendar.quiet.to)
  const now = minuteOfDay(at, calendar)
  return from <= to ? now >= from && now < to : now >= from || now < to
}

/** This instant, or the end of the quiet hours it falls into. */
export function outsideQuietHours(at: Instant, calendar: Calendar): Instant {
  if (!inQuietHours(at, calendar)) return at
  const { from, to } = calendar.quiet
  // Quiet hours are those from `from` to `to`; awake are the others, the last minute before `from` included.
  return nextWithin(at, { from: minutesOf(to), to: (minutesOf(from) + 1439) % 1440 }, calendar)
}

/**
 * This instant, or the first later one at which the clock shows a time from `from` to `to`, both minutes included;
 * `to` before `from` runs over midnight. Right where clocks are changed meanwhile.
 */
export function nextWithin(at: Instant, hours: { from: number; to: number }, calendar: Calendar): Instant {
  const { from, to } = hours
  const now = minuteOfDay(at, calendar)
  if (from <= to ? now >= from && now <= to : now >= from || now <= to) return at
  const wall = at + ahead(at, calendar)
  const begin = at - (wall - Math.floor(wall / MINUTE) * MINUTE) + ((from - now + 1440) % 1440) * MINUTE
  const change = calendar.zone ? nextChange(calendar.zone, at) : null
  return change !== null && change <= begin ? nextWithin(change, hours, calendar) : begin
}
