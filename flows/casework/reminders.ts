// Who is reminded of a revisit that an officer has not made, and on which day after it was given to them.
import { addWorkingMinutes, type Calendar, DAY, type Instant } from './calendar.ts'

export type Reminded = 'officer' | 'leader' | 'chief'

/**
 * The officer on the first and the third day and then every third; the leader on the second, and with the officer from
 * the sixth; the chief every week. Reminding is all that time does: the task itself stays. [D]
 */
export function remindedOn(day: number): Reminded[] {
  const third = day > 0 && day % 3 === 0
  return [
    ...(day === 1 || third ? (['officer'] as const) : []),
    ...(day === 2 || (day >= 6 && third) ? (['leader'] as const) : []),
    ...(day > 0 && day % 7 === 0 ? (['chief'] as const) : []),
  ]
}

/** The first day after this one on which anybody is. */
export function nextReminder(after: number): number {
  let day = Math.max(0, after) + 1
  while (remindedOn(day).length === 0) day++
  return day
}

/** Everybody whose day it was from one day through another: a long weekend makes one card of several. */
export function remindedBetween(from: number, to: number): Reminded[] {
  const all = new Set<Reminded>()
  for (let day = from; day <= to; day++) for (const one of remindedOn(day)) all.add(one)
  return [...all]
}

/** That day's hour, or the next one at which people are at work. */
export const reminderAt = (since: Instant, day: number, calendar: Calendar): Instant =>
  addWorkingMinutes(since + day * DAY, 0, calendar)
