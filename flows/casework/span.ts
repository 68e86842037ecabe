// A length of time as a rule states it: by the clock, or by the station's working hours.
import { z } from 'zod'
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  workDayMinutes,
} from './calendar.ts'

export const spanSchema = z.strictObject({
  n: z
    .number()
    .int()
    .min(1)
    .max(366 * 24 * 60),
  unit: z.enum(['minute', 'hour', 'day', 'work-hour', 'work-day']),
})
export type Span = z.infer<typeof spanSchema>

/** When the span that starts here is over. */
export function spanEnd(at: Instant, { n, unit }: Span, calendar: Calendar): Instant {
  switch (unit) {
    case 'minute':
      return at + n * MINUTE
    case 'hour':
      return at + n * HOUR
    case 'day':
      return at + n * DAY
    case 'work-hour':
      return addWorkingMinutes(at, n * 60, calendar)
    case 'work-day':
      return addWorkingDays(at, n, calendar)
  }
}

/** True when the one can never end later than the other, whenever they start together. */
export function neverLonger(one: Span, other: Span, calendar: Calendar): boolean {
  const worked = isWorked(one)
  return (!worked || isWorked(other)) && minutes(one, calendar) <= minutes(other, calendar)
}

const isWorked = ({ unit }: Span): boolean => unit === 'work-hour' || unit === 'work-day'

function minutes({ n, unit }: Span, calendar: Calendar): number {
  const one = { minute: 1, hour: 60, day: 1440, 'work-hour': 60, 'work-day': workDayMinutes(calendar) }
  return n * one[unit]
}
