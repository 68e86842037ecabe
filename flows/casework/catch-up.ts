// What becomes of one side's part of a round when it comes due, on time or late: after an outage, or a clock that jumped.
import { maySend, type Reach } from './allowance.ts'
import { DAY, type Day, dayOf, endOfDay, HOUR, type Instant, MINUTE } from './calendar.ts'
import { rank } from './level.ts'
import { notOn } from './revisit-days.ts'
import { nextRevisitHour } from './revisit-hours.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Level, Mode } from './tables/level.ts'

export type DueHalf = {
  /** As the plan has it; a wait does not change it. */
  planned: Instant
  mode: Mode
  /** How the chat can be written to at this moment; null when there is none to write to. */
  reach: Reach | null
  /** When the other side of the same round was asked or given to an officer; null when it was not. */
  other: Instant | null
  /** People go on days off as well. */
  anyDay?: boolean
  /** When sides of the case's other rounds were. */
  earlier: readonly Instant[]
}

/** `now`: the chat is begun. `officer`: the task is given at once; `why` is null where it is simply the plan. */
export type CatchUp =
  | { do: 'now' }
  | { do: 'wait'; at: Instant }
  | { do: 'officer'; mode: 'call' | 'visit'; why: Said | null }

/** A chat that is later than this asks about another time; a person calls. */
export const TOO_LATE = 48 * HOUR
/** Between the two sides of a round. */
const APART = 2 * HOUR
/** What a busy minute may cost; within it a half is on time, and the distance that was planned is trusted down to an hour. */
const ON_TIME = 5 * MINUTE
/** No table leaves people alone for so long; see rulebook-check.ts. */
const MONTH = 30 * DAY

export function catchUp(half: DueHalf, now: Instant, rulebook: Rulebook = defaultRulebook): CatchUp {
  const { planned, mode } = half
  if (now < planned) return { do: 'wait', at: planned }
  const late = now - planned > ON_TIME
  const hour = nextMoment(now, half, late, rulebook)
  if (mode === 'chat') return chatNow(half, now, hour, late, rulebook)
  // The day has become a holiday or a market day since it was planned. What is late already waits for no day.
  const wish = { late, people: !half.anyDay, until: planned + MONTH }
  const at = late ? hour : nextFree(hour, half, wish, rulebook)
  return at > now ? { do: 'wait', at } : { do: 'officer', mode, why: late ? OVERDUE : null }
}

function chatNow(half: DueHalf, now: Instant, hour: Instant, late: boolean, rulebook: Rulebook): CatchUp {
  const { planned, reach } = half
  const until = planned + TOO_LATE
  const at = nextFree(hour, half, { late, people: false, until }, rulebook)
  const barrier = at > until ? PAST : reach === null ? NO_CHAT : maySend(now, reach) === 'no' ? CLOSED : null
  if (barrier) return hour > now ? { do: 'wait', at: hour } : { do: 'officer', mode: 'call', why: barrier }
  return at > now ? { do: 'wait', at } : { do: 'now' }
}

/** The next moment inside the hours, away from the other side, on a day that has no other round. */
function nextMoment(from: Instant, half: DueHalf, late: boolean, rulebook: Rulebook): Instant {
  const { calendar } = rulebook
  const busy = new Set<Day>(half.earlier.map((at) => dayOf(at, calendar)))
  const need = late ? APART : HOUR
  let at = from
  for (;;) {
    const hour = nextRevisitHour(at, rulebook)
    const { other } = half
    if (other !== null && Math.abs(hour - other) < need) at = other + APART
    else if (busy.has(dayOf(hour, calendar))) at = nextDay(hour, rulebook)
    else return hour
  }
}

type Wish = { late: boolean; people: boolean; until: Instant }

/** The same on a day on which somebody may be asked, if there is one before `until`. */
function nextFree(from: Instant, half: DueHalf, { late, people, until }: Wish, rulebook: Rulebook): Instant {
  let at = from
  while (at <= until && notOn(dayOf(at, rulebook.calendar), people, rulebook))
    at = nextMoment(nextDay(at, rulebook), half, late, rulebook)
  return at
}

const nextDay = (at: Instant, { calendar }: Rulebook): Instant => endOfDay(dayOf(at, calendar), calendar) + 1

const OVERDUE: Said = { zh: '过了原定时间，请尽快', en: 'past its time: as soon as possible' }
const PAST: Said = { zh: '聊天晚了48小时以上，打电话', en: 'the chat is more than 48 hours late: a call' }
const NO_CHAT: Said = { zh: '没有聊天方式，打电话', en: 'there is no chat: a call' }
const CLOSED: Said = { zh: '聊天现在发不进去，打电话', en: 'the chat takes no message now: a call' }

/** Beginnings in one second, over all replicas. */
export const PER_SECOND = 25

export type InLine = { level: Level; planned: Instant }

/** The riskiest first, then what was planned earliest. */
export const riskiestFirst = (one: InLine, other: InLine): number =>
  rank(other.level) - rank(one.level) || one.planned - other.planned

/** Who may begin when: `PER_SECOND` at once, in their order, the others a second later each time. `begun` is how many this second has already. */
export const spread = <T extends InLine>(
  due: readonly T[],
  now: Instant,
  begun = 0,
): { one: T; at: Instant }[] =>
  [...due]
    .sort(riskiestFirst)
    .map((one, i) => ({ one, at: now + Math.floor((i + begun) / PER_SECOND) * 1_000 }))
