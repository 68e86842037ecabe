// 应访尽访: who was to be visited in a time, and what became of it. Only what happened counts as visited.
import { type Calendar, type Day, dayOf, type Instant, instantAt } from './calendar.ts'
import type { Mode } from './tables/level.ts'

export const PERIODS = ['month', 'quarter', 'all'] as const
export type Period = (typeof PERIODS)[number]

/** One side's part of a round as the books have it. `case` is the number of its case. */
export type HalfTold = { case: string; at: Instant; endedAt: Instant | null; state: string; mode: Mode }
/** A judged round that showed surface signals, and what an officer found of them. */
export type FlagTold = { case: string; at: Instant; flag: 'right' | 'wrong' | null }

/** How often, and in which cases: at most so many by number, `more` beyond them. */
export type Counted = { n: number; cases: string[]; more: number }
export type Coverage = {
  period: Period
  /** Null is "from the beginning". */
  from: Instant | null
  to: Instant
  /** 应访: the sum of all that follow. */
  due: Counted
  /** 已访, each way apart. */
  chat: Counted
  call: Counted
  visit: Counted
  /** 拒访, in words. */
  declined: Counted
  /** 不配合: met, and would not talk. */
  uncooperative: Counted
  /** 未访到: not there, no such person, not reached. */
  unreached: Counted
  /** 免访, by a leader. */
  waived: Counted
  /** 待访; `overdue` are those of them whose day is over. */
  open: Counted
  overdue: Counted
  /** 回访率: visited of those that were due and not waived. */
  rate: { visited: number; of: number }
  flags: { right: Counted; wrong: Counted; unmarked: Counted }
}

/** The first moment of the month or quarter that holds this one. */
export function beginOf(period: Period, now: Instant, calendar: Calendar): Instant | null {
  if (period === 'all') return null
  const [year, month] = dayOf(now, calendar).split('-').map(Number) as [number, number]
  const first = period === 'month' ? month : month - ((month - 1) % 3)
  const day: Day = `${year}-${String(first).padStart(2, '0')}-01`
  return instantAt(day, '00:00', calendar)
}

const AWAITED: readonly string[] = ['planned', 'open']
const UNREACHED: readonly string[] = ['unavailable', 'unreached', 'nosuch']

/** Asked and done before its day, it counts from then on; what a leader let go counts on its own day. */
const dayCounted = ({ at, endedAt, state }: HalfTold): Instant =>
  endedAt === null || state === 'waived' ? at : Math.min(at, endedAt)

/** Still to come although its day is over at the station. */
export const isOverdue = ({ state, at }: Pick<HalfTold, 'state' | 'at'>, now: Instant, calendar: Calendar) =>
  AWAITED.includes(state) && dayOf(at, calendar) < dayOf(now, calendar)

/** Pure. A half that was overtaken by another turn of its case (`superseded`) was not due at all. */
export function coverageOf(
  given: { period: Period; halves: readonly HalfTold[]; flags: readonly FlagTold[]; now: Instant },
  calendar: Calendar,
): Coverage {
  const { period, now } = given
  const from = beginOf(period, now, calendar)
  const within = (at: Instant): boolean => at <= now && (from === null || at >= from)
  const due = given.halves.filter((one) => one.state !== 'superseded' && within(dayCounted(one)))
  const of = (is: (one: HalfTold) => boolean) => due.filter(is)
  const visited = (mode: Mode) => of((one) => one.state === 'answered' && one.mode === mode)
  const stands = (...states: string[]) => of(({ state }) => states.includes(state))
  const flagged = given.flags.filter(({ at }) => within(at))
  const flags = (flag: FlagTold['flag']) => counted(flagged.filter((one) => one.flag === flag))
  const waived = stands('waived')
  return {
    period,
    from,
    to: now,
    due: counted(due),
    chat: counted(visited('chat')),
    call: counted(visited('call')),
    visit: counted(visited('visit')),
    declined: counted(stands('declined')),
    uncooperative: counted(stands('uncooperative')),
    unreached: counted(stands(...UNREACHED)),
    waived: counted(waived),
    open: counted(stands(...AWAITED)),
    overdue: counted(of((one) => isOverdue(one, now, calendar))),
    rate: { visited: stands('answered').length, of: due.length - waived.length },
    flags: { right: flags('right'), wrong: flags('wrong'), unmarked: flags(null) },
  }
}

const MOST_NAMED = 10

function counted(list: readonly { case: string }[]): Counted {
  const cases = [...new Set(list.map((one) => one.case))].sort()
  return {
    n: list.length,
    cases: cases.slice(0, MOST_NAMED),
    more: Math.max(0, cases.length - MOST_NAMED),
  }
}
