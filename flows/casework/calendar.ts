// The station's clock and calendar: fixed offset, working hours, holidays and quiet hours. Asia/Shanghai has no DST.

/** Milliseconds since the epoch. */
export type Instant = number
/** A date at the station, `YYYY-MM-DD`. */
export type Day = string
/** A time of day at the station, `HH:MM`. */
export type Clock = string

export type Calendar = {
  /** Minutes ahead of UTC; 480 is China. */
  offsetMinutes: number
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
  work: { from: '09:00', to: '18:00', days: [1, 2, 3, 4, 5] },
  holidays: [],
  extraWorkDays: [],
  quiet: { from: '21:00', to: '08:00' },
}

/** Minutes since midnight. */
export const minutesOf = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The date at the station. */
export const dayOf = (at: Instant, { offsetMinutes }: Calendar): Day =>
  new Date(at + offsetMinutes * MINUTE).toISOString().slice(0, 10)

/** Minutes since the station's midnight, whole ones. */
export const minuteOfDay = (at: Instant, calendar: Calendar): number =>
  Math.floor((at - dayStart(at, calendar)) / MINUTE)

/** The station's midnight at the beginning of the day that holds this instant. */
export function dayStart(at: Instant, { offsetMinutes }: Calendar): Instant {
  const shift = offsetMinutes * MINUTE
  return Math.floor((at + shift) / DAY) * DAY - shift
}

/** The moment a day's clock shows this time. */
export const instantAt = (day: Day, clock: Clock, { offsetMinutes }: Calendar): Instant =>
  Date.parse(`${day}T00:00:00Z`) + (minutesOf(clock) - offsetMinutes) * MINUTE

/** The last millisecond of a day: what "by the 20th" means. */
export const endOfDay = (day: Day, calendar: Calendar): Instant => instantAt(day, '00:00', calendar) + DAY - 1

/** Same wall-clock time some days later; a fixed offset makes every day 24 hours long. */
export const addDays = (at: Instant, days: number): Instant => at + days * DAY

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
  const end = instantAt(dayOf(at, calendar), calendar.quiet.to, calendar)
  return end > at ? end : end + DAY
}
