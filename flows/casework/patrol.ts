// 摸排: a round that goes out to find disputes early. What was answered, by village: zero, a lead, a voice and silence are four things.
import { addDays, type Calendar, DAY, dayOf, type Instant, outsideQuietHours } from './calendar.ts'

export const METHODS = ['chat', 'visit', 'call', 'meeting', 'data'] as const
export type Method = (typeof METHODS)[number]
export const REPEATS = ['none', 'daily', 'weekly', 'half-month', 'month'] as const
export type Repeat = (typeof REPEATS)[number]
export type PatrolAnswer = 'zero' | 'lead' | 'voice'

/** One person asked about one village. Null is silence, and never a zero. */
export type PatrolAsk = {
  village: string
  answer: PatrolAnswer | null
  answeredAt: Instant | null
  households: number | null
  /** Cases and drafts that came of it. */
  leads: number
}

export type VillagePatrolled = {
  village: string
  /** People: how many were asked, answered, and what they answered. */
  asked: number
  answered: number
  zero: number
  lead: number
  voice: number
  silent: number
  /** Cases and drafts that came of it. */
  leads: number
  households: number
}

export type PatrolCoverage = {
  villages: VillagePatrolled[]
  total: Omit<VillagePatrolled, 'village'>
  /** Villages from which somebody answered: what a round has covered. */
  covered: number
  /** Villages where there was nobody to ask. */
  nobody: string[]
  /** Villages where somebody was asked and nobody has answered. */
  silent: string[]
}

const none = { asked: 0, answered: 0, zero: 0, lead: 0, voice: 0, silent: 0, leads: 0, households: 0 }

const addUp = (asks: readonly PatrolAsk[]): Omit<VillagePatrolled, 'village'> =>
  asks.reduce(
    (sum, { answer, leads, households }) => ({
      asked: sum.asked + 1,
      answered: sum.answered + Number(answer !== null),
      zero: sum.zero + Number(answer === 'zero'),
      lead: sum.lead + Number(answer === 'lead'),
      voice: sum.voice + Number(answer === 'voice'),
      silent: sum.silent + Number(answer === null),
      leads: sum.leads + leads,
      households: sum.households + (households ?? 0),
    }),
    none,
  )

/** By village, in the order of the round. What was asked elsewhere than in its villages does not count. */
export function coverageOf(villages: readonly string[], asks: readonly PatrolAsk[]): PatrolCoverage {
  const here = asks.filter(({ village }) => villages.includes(village))
  const each = villages.map((village) => ({
    village,
    ...addUp(here.filter((one) => one.village === village)),
  }))
  return {
    villages: each,
    total: addUp(here),
    covered: each.filter(({ answered }) => answered > 0).length,
    nobody: each.filter(({ asked }) => asked === 0).map(({ village }) => village),
    silent: each.filter(({ asked, answered }) => asked > 0 && answered === 0).map(({ village }) => village),
  }
}

/** A round as the figures see it. */
export type PatrolHeld = {
  state: 'planned' | 'open' | 'done' | 'cancelled'
  openedAt: Instant | null
  villages: readonly string[]
}
export type Period = { from: Instant; to: Instant }

/** 开展集中排查次数 (row 52): rounds that began in this time and were not called off. */
export const patrolsHeld = (rounds: readonly PatrolHeld[], { from, to }: Period): number =>
  rounds.filter((one) => wasHeld(one, { from, to })).length

/** How many rounds went to each village in this time. */
export function patrolsByVillage(
  rounds: readonly PatrolHeld[],
  period: Period,
): { [village: string]: number } {
  const counted = new Map<string, number>()
  for (const round of rounds.filter((one) => wasHeld(one, period)))
    for (const village of round.villages) counted.set(village, (counted.get(village) ?? 0) + 1)
  return Object.fromEntries(counted)
}

const wasHeld = ({ state, openedAt }: PatrolHeld, { from, to }: Period): boolean =>
  (state === 'open' || state === 'done') && openedAt !== null && openedAt >= from && openedAt < to

/** Rounds are numbered anew each year, and no number comes twice: 20260007 is the seventh of 2026. */
const PER_YEAR = 10_000
export const patrolNo = (year: number, serial: number): number => year * PER_YEAR + serial
export const serialOf = (no: number): { year: number; serial: number } => ({
  year: Math.floor(no / PER_YEAR),
  serial: no % PER_YEAR,
})

/** Half of a month is fifteen days [D]; a month is the same day of the next one, or its last. */
const DAYS: { readonly [R in Exclude<Repeat, 'none' | 'month'>]: number } = {
  daily: 1,
  weekly: 7,
  'half-month': 15,
}

const after = (at: Instant, repeat: Exclude<Repeat, 'none'>, times: number, calendar: Calendar): Instant => {
  if (repeat !== 'month') return addDays(at, DAYS[repeat] * times, calendar)
  return addDays(at, daysOfMonths(dayOf(at, calendar), times), calendar)
}

function daysOfMonths(day: string, months: number): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const then = Date.UTC(year, month - 1 + months, Math.min(date, last))
  return Math.round((then - Date.UTC(year, month - 1, date)) / DAY)
}

/** When the next one begins: none is held twice because the station was away. */
export function nextPatrol(at: Instant, repeat: Repeat, now: Instant, calendar: Calendar): Instant | null {
  if (repeat === 'none') return null
  for (let times = 1; ; times++) {
    const next = after(at, repeat, times, calendar)
    if (next >= now) return next
  }
}

/** Answers are awaited no longer than until the next one begins. */
export const fitsRepeat = (at: Instant, until: Instant, repeat: Repeat, calendar: Calendar): boolean =>
  repeat === 'none' || until <= after(at, repeat, 1, calendar)

/** Half-way, and not at night; null where that would be too late to be of use. */
export function remindAt(openedAt: Instant, until: Instant, calendar: Calendar): Instant | null {
  const half = outsideQuietHours(openedAt + Math.floor((until - openedAt) / 2), calendar)
  return half < until ? half : null
}

/** Of two answers about one village the one that says more: a zero never takes a lead back. */
const WEIGHT: { readonly [A in PatrolAnswer]: number } = { zero: 0, voice: 1, lead: 2 }
export const graver = (known: PatrolAnswer | null, more: PatrolAnswer): PatrolAnswer =>
  known !== null && WEIGHT[known] >= WEIGHT[more] ? known : more
