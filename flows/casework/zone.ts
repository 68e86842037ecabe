// Time zones by their IANA names: how far a zone's clock is from UTC, and when it is changed.
import type { Instant } from './calendar.ts'

/** From `from` on, until the next period begins, the zone's clock is ahead of UTC by so many milliseconds. */
type Period = { from: Instant; ahead: number }

const SECOND = 1_000
const DAY = 86_400_000
/** No zone changes its clock twice within so many days. */
const STEP = 5 * DAY

/** `Asia/Shanghai`, as the platform knows it; distances such as `+08:00` are no zones. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

/** Milliseconds that the zone's clock is ahead of UTC at this instant. Throws for a name that is no zone. */
export const aheadIn = (zone: string, at: Instant): number => periodAt(zone, at).ahead

/** The first change of the zone's clock after this instant; null when there is none within a year. */
export function nextChange(zone: string, at: Instant): Instant | null {
  const year = yearOf(at)
  for (const periods of [periodsOf(zone, year), periodsOf(zone, year + 1)])
    for (const [i, { from, ahead }] of periods.entries())
      if (from > at && ahead !== (periods[i - 1]?.ahead ?? aheadIn(zone, from - 1))) return from
  return null
}

/**
 * When the zone's clock shows this wall time, given as if it were UTC. A wall time that a change leaves out is the
 * moment of the change; one that comes twice is the first.
 */
export function atWallIn(zone: string, wall: number): Instant {
  // A day to either side lies beyond the change, if there is one, whatever the zone.
  const before = wall - aheadIn(zone, wall - DAY)
  const after = wall - aheadIn(zone, wall + DAY)
  if (before === after) return before
  const [first, second] = before < after ? [before, after] : [after, before]
  if (first + aheadIn(zone, first) === wall) return first
  if (second + aheadIn(zone, second) === wall) return second
  return periodAt(zone, second).from
}

const formatters = new Map<string, Intl.DateTimeFormat>()
const years = new Map<string, Period[]>()

function periodAt(zone: string, at: Instant): Period {
  const periods = periodsOf(zone, yearOf(at))
  for (let i = periods.length - 1; i > 0; i--) if (periods[i]!.from <= at) return periods[i]!
  return periods[0]!
}

const yearOf = (at: Instant): number => new Date(at).getUTCFullYear()

/** The periods of one year by UTC; the first begins with the year, or earlier where it is never asked for. */
function periodsOf(zone: string, year: number): Period[] {
  const key = `${zone} ${year}`
  const known = years.get(key)
  if (known) return known
  const end = Date.UTC(year + 1, 0, 1)
  let here = Date.UTC(year, 0, 1)
  const periods: Period[] = [{ from: here, ahead: measured(zone, here) }]
  while (here < end) {
    const there = Math.min(here + STEP, end - SECOND)
    const ahead = measured(zone, there)
    if (ahead !== periods.at(-1)!.ahead) periods.push({ from: changeBetween(zone, here, there), ahead })
    if (there === end - SECOND) break
    here = there
  }
  years.set(key, periods)
  return periods
}

/** The second at which the clock of `there` came into force. */
function changeBetween(zone: string, here: Instant, there: Instant): Instant {
  const ahead = measured(zone, there)
  let [old, now] = [here, there]
  while (now - old > SECOND) {
    const middle = Math.floor((old + now) / 2 / SECOND) * SECOND
    if (measured(zone, middle) === ahead) now = middle
    else old = middle
  }
  return now
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(zone, made)
  return made
}

/** Slow; what it finds is kept by `periodsOf`. */
function measured(zone: string, at: Instant): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(at)) parts[type] = Number(value)
  const { year, month, day, hour, minute, second } = parts as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute' | 'second',
    number
  >
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return wall - Math.floor(at / SECOND) * SECOND
}
