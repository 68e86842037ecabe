// Whether someone who does not answer may be called unreachable yet (domain 6.2).
import { type Calendar, dayOf, type Instant } from './calendar.ts'
import type { Mode } from './tables/level.ts'

/** `bounced`: the platform took it and said later that nothing had arrived. That was no attempt. */
export type Attempt = { at: Instant; mode: Mode; bounced?: boolean }

/** `unreached` counts as not visited, never as visited. */
export type Reach = 'try-again' | 'visit' | 'unreached'

const TIMES = 3
const MODES = 2
const DAYS = 3

/** Three attempts by two modes on three days, then a visit, and only then unreached. */
export function reach(attempts: readonly Attempt[], calendar: Calendar): Reach {
  const sorted = attempts.filter(({ bounced }) => !bounced).sort((one, other) => one.at - other.at)
  const enough = sorted.findIndex((_, i) => isEnough(sorted.slice(0, i + 1), calendar))
  if (enough < 0) return 'try-again'
  return sorted.slice(enough + 1).some(({ mode }) => mode === 'visit') ? 'unreached' : 'visit'
}

const isEnough = (attempts: readonly Attempt[], calendar: Calendar): boolean =>
  attempts.length >= TIMES &&
  new Set(attempts.map(({ mode }) => mode)).size >= MODES &&
  new Set(attempts.map(({ at }) => dayOf(at, calendar))).size >= DAYS
