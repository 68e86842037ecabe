// The moments at which a cause is told of: which came last, and which comes next.
import {
  addDays,
  type Calendar,
  DAY,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
  shiftDay,
} from '../calendar.ts'
import { nextReminder, reminderAt } from '../reminders.ts'
import type { Cause, Repeat } from './types.ts'

export const MORNING = '09:00'

export type Moment = { step: number; at: Instant; next: Instant | null }

/**
 * Only the last of those that have passed: whoever was away for a while is told once. Null before the first. An endless
 * repeat is not counted up from its beginning.
 */
export function momentOf(repeat: Repeat, cause: Cause, now: Instant, calendar: Calendar): Moment | null {
  const { step, next } = search(repeat, cause, now, calendar)
  const at = step < 0 ? null : nth(repeat, cause, step, calendar)
  if (at === null || ended(cause, now)) return null
  return { step, at, next: next !== null && ended(cause, next) ? null : next }
}

/** The first moment after now; null when none is to come. */
export function nextMoment(repeat: Repeat, cause: Cause, now: Instant, calendar: Calendar): Instant | null {
  const { next } = search(repeat, cause, now, calendar)
  return next === null || ended(cause, next) ? null : next
}

const ended = ({ until }: Cause, at: Instant): boolean => until !== undefined && at > until

function search(
  repeat: Repeat,
  cause: Cause,
  now: Instant,
  calendar: Calendar,
): { step: number; next: Instant | null } {
  let step = guess(repeat, cause, now, calendar)
  while (step >= 0 && (nth(repeat, cause, step, calendar) ?? Number.POSITIVE_INFINITY) > now) step--
  for (;;) {
    const next = nth(repeat, cause, step + 1, calendar)
    if (next === null || next > now) return { step, next }
    step++
  }
}

/** Near the last moment, where that can be had without counting. */
function guess(repeat: Repeat, { from }: Cause, now: Instant, calendar: Calendar): number {
  if (now < from) return -1
  if (repeat.kind === 'every') return Math.floor((now - from) / repeat.span)
  if (repeat.kind === 'daily') return Math.floor((now - from) / DAY)
  if (repeat.kind === 'mornings') return daysBetween(dayOf(from, calendar), dayOf(now, calendar))
  return -1
}

/** Null where there is no such moment. */
function nth(repeat: Repeat, cause: Cause, step: number, calendar: Calendar): Instant | null {
  const { from, by = from } = cause
  switch (repeat.kind) {
    case 'once':
      return step === 0 ? from : null
    case 'every':
      return from + step * repeat.span
    case 'daily':
      return addDays(from, step, calendar)
    case 'mornings':
      return step === 0 ? from : instantAt(shiftDay(dayOf(from, calendar), step), MORNING, calendar)
    case 'parts': {
      const part = repeat.of[step]
      return part === undefined ? null : from + Math.round((by - from) * part)
    }
    case 'left': {
      const days = (cause.days ?? repeat.days)[step]
      if (days === undefined) return null
      return repeat.clock === null
        ? by - days * DAY
        : instantAt(shiftDay(dayOf(by, calendar), -days), repeat.clock, calendar)
    }
    case 'task':
      return taskMoment(from, step, calendar)
    case 'list':
      return cause.moments?.[step] ?? null
  }
}

/** The day it is given to somebody, and then every day on which anybody is reminded. */
export const taskDay = (step: number): number => {
  let day = 0
  for (let n = 0; n < step; n++) day = nextReminder(day)
  return day
}

const taskMoment = (since: Instant, step: number, calendar: Calendar): Instant =>
  step === 0 ? since : reminderAt(since, taskDay(step), calendar)
