// The hours of a day in which sides are asked: each alone, two hours apart, on the station's clock.
import {
  atMinute,
  type Calendar,
  type Day,
  type Instant,
  MINUTE,
  minuteOfDay,
  minutesOf,
  nextWithin,
  outsideQuietHours,
} from './calendar.ts'
import { roll } from './chance.ts'
import type { SideName } from './round.ts'
import type { Rulebook } from './rulebook.ts'

type Rules = Pick<Rulebook, 'revisitHours'> & { calendar: Calendar }

const QUARTER = 15
/** Minutes between the two sides: two hours. rulebook-check.ts sees to it that they fit. */
const GAP = 120
const gap = ({ revisitHours: { from, to } }: Rules): number => Math.min(GAP, minutesOf(to) - minutesOf(from))

/** Both sides' moments on a day. Which side comes first changes from round to round. */
export function sideTimes(
  { day, minute, no }: { day: Day; minute: number; no: number },
  rules: Rules,
): { [side in SideName]: Instant } {
  const first = atMinute(day, minute, rules.calendar)
  const second = atMinute(day, minute + gap(rules), rules.calendar)
  return no % 2 === 1 ? { A: first, B: second } : { A: second, B: first }
}

/** The minute of the day of the first side: on a quarter of an hour, early enough that the other's is over in time. */
export function firstMinute(day: Day, seed: string, rules: Rules): number {
  const from = minutesOf(rules.revisitHours.from)
  const room = minutesOf(rules.revisitHours.to) - from - gap(rules)
  let minute = from + roll(`${seed} ${day}`, Math.floor(room / QUARTER) + 1) * QUARTER
  // Clocks that are put forward between the two take an hour from between them.
  while (minute - QUARTER >= from && apart(day, minute, rules) < gap(rules)) minute -= QUARTER
  return minute
}

const apart = (day: Day, minute: number, rules: Rules): number =>
  (atMinute(day, minute + gap(rules), rules.calendar) - atMinute(day, minute, rules.calendar)) / MINUTE

/** Whether a resident may be asked at this moment; both ends are included, quiet hours never. */
export const inRevisitHours = (at: Instant, rules: Rules): boolean => nextRevisitHour(at, rules) === at

/** This moment or the next at which a resident may be asked, on whatever day. */
export function nextRevisitHour(at: Instant, rules: Rules): Instant {
  const { revisitHours, calendar } = rules
  const hours = { from: minutesOf(revisitHours.from), to: minutesOf(revisitHours.to) }
  const within = nextWithin(at, hours, calendar)
  const awake = outsideQuietHours(within, calendar)
  if (awake === within) return within
  const minute = minuteOfDay(awake, calendar)
  // rulebook-check.ts keeps the two apart; where a table says otherwise, quiet wins.
  return minute >= hours.from && minute <= hours.to ? awake : nextWithin(awake, hours, calendar)
}
