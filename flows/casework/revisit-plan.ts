// When the two sides are visited again: the level's days, one day nobody expects, and the day after each duty's date.
import { type Day, dayOf, daysBetween, type Instant, shiftDay } from './calendar.ts'
import { roll } from './chance.ts'
import { dayText } from './clock-text.ts'
import { type Duty, standing } from './duties.ts'
import { avoidedOn, notOn, onAnyDay } from './revisit-days.ts'
import { firstMinute, sideTimes } from './revisit-hours.ts'
import { ANY_WAY, type HowAndWhy, heavier, mayEverChat, possible, type Way, wanted } from './revisit-modes.ts'
import type { SideName } from './round.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Level, Mode } from './tables/level.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { isOfficerLed } from './taxonomy.ts'

export type RoundKind = 'level-day' | 'irregular' | 'after-duty' | 'extra'

/** One side's part: when it is asked, how, and why so. */
export type PlannedHalf = { at: Instant; mode: Mode; why: Said }
export type Halves = { [side in SideName]: PlannedHalf }

export type PlannedRound = {
  no: number
  /** When the first of the two sides is asked. */
  at: Instant
  kind: RoundKind
  /** `chat` is the bot's; `call` and `visit` are a person's. The heavier of the two sides' ways. */
  mode: Mode
  /** Why on this day, and what it was moved for. */
  why: Said
  /** The duties whose date lay on the day before. */
  duties: number[]
  sides: Halves
}

export type Ways = { [side in SideName]: Way }

export type PlanFor = {
  level: Level
  category: SubCode
  codes?: readonly RiskCode[]
  /** When the agreement was signed, or following up began. */
  signedAt: Instant
  duties: readonly Duty[]
  /** Anything of the case that does not change, such as its number. */
  seed: string
  /** How each side can be reached; without it both by a chat that takes everything. */
  ways?: Ways
}

type Slot = { day: Day; kind: RoundKind; why: Said; duties: number[] }

/** Every round in order of time, at most one a day. The same case gives the same plan. */
export function plan(given: PlanFor, rulebook: Rulebook = defaultRulebook): PlannedRound[] {
  const { level, signedAt, seed, category, codes = [] } = given
  const led = isOfficerLed(category, codes)
  const slots = slotsOf(given, led, rulebook)
  const rounds: PlannedRound[] = []
  let ways = given.ways ?? { A: ANY_WAY, B: ANY_WAY }
  let before = dayOf(signedAt, rulebook.calendar)
  for (const [i, slot] of slots.entries()) {
    const want = wanted(level, { first: i === 0, last: i === slots.length - 1 }, led, rulebook)
    const after = before
    const placed = place(
      { no: i + 1, slot, want, ways, seed, led, anyDay: onAnyDay(level) },
      (day) => day <= after,
      rulebook,
    )
    rounds.push(placed.round)
    ways = placed.ways
    before = placed.day
  }
  return rounds
}

/** One more round, so many days from now; pushed on to the next free day. `no` is the caller's next. */
export function extraRound(
  given: {
    no: number
    now: Instant
    days: number
    mode: Mode
    why: Said
    seed: string
    planned: readonly Pick<PlannedRound, 'at'>[]
    ways?: Ways
    officerLed?: boolean
    /** People go on days off as well. */
    anyDay?: boolean
  },
  rulebook: Rulebook = defaultRulebook,
): PlannedRound {
  const {
    no,
    now,
    days,
    mode,
    why,
    seed,
    planned,
    ways = { A: ANY_WAY, B: ANY_WAY },
    officerLed = false,
    anyDay = false,
  } = given
  const taken = new Set(planned.map(({ at }) => dayOf(at, rulebook.calendar)))
  const day = shiftDay(dayOf(now, rulebook.calendar), Math.max(1, days))
  const slot: Slot = { day, kind: 'extra', why, duties: [] }
  const want = { mode, why }
  return place({ no, slot, want, ways, seed, led: officerLed, anyDay }, (one) => taken.has(one), rulebook)
    .round
}

/** Everything performed on the spot and both sides content at the first revisit: the leader may keep only one more. */
export const mayCut = (given: {
  onTheSpot: boolean
  round: number
  scores: readonly (number | null)[]
}): boolean =>
  given.onTheSpot &&
  given.round === 1 &&
  given.scores.length === 2 &&
  given.scores.every((score) => (score ?? 0) >= 4)

/** Days of grace count: asking before them would bring only "not yet". Null for a duty that needs no asking after. */
export function dayAfter(duty: Duty, { calendar }: Pick<Rulebook, 'calendar'>): Day | null {
  const { status } = standing(duty, duty.dueAt ?? 0)
  if (duty.dueAt === null || status === 'done' || status === 'waived') return null
  return shiftDay(dayOf(duty.dueAt, calendar), duty.graceDays + 1)
}

/** The days that are wished for, in order; whether they are free comes later. */
function slotsOf(given: PlanFor, led: boolean, rulebook: Rulebook): Slot[] {
  const { level, signedAt, duties } = given
  const signed = dayOf(signedAt, rulebook.calendar)
  const slots = new Map<Day, Slot>()
  for (const n of rulebook.levels[level].revisitDays) {
    const day = shiftDay(signed, n)
    slots.set(day, { day, kind: 'level-day', why: levelDay(n), duties: [] })
  }
  for (const duty of duties) {
    const day = dayAfter(duty, rulebook)
    if (day === null || day <= signed) continue
    const slot = slots.get(day) ?? { day, kind: 'after-duty' as const, why: NO_REASON, duties: [] }
    slots.set(day, { ...slot, duties: [...slot.duties, duty.no], why: joined(slot.why, dutyDay(duty.no)) })
  }
  const odd = irregularDay(signed, given, [...slots.keys()], led, rulebook)
  slots.set(odd, { day: odd, kind: 'irregular', why: irregular, duties: [] })
  return [...slots.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/**
 * A day between the second and the one before the level's last that is free of other rounds and on which people may be
 * asked; if there is none, the first one after that has no round yet.
 */
function irregularDay(
  signed: Day,
  { level, seed, ways = { A: ANY_WAY, B: ANY_WAY } }: PlanFor,
  taken: readonly Day[],
  led: boolean,
  rulebook: Rulebook,
): Day {
  const last = Math.max(...rulebook.levels[level].revisitDays)
  const busy = new Set(taken.map((day) => daysBetween(signed, day)))
  const { mode } = wanted(level, { first: false, last: false }, led, rulebook)
  const sent = mode !== 'chat' || !mayEverChat(ways.A, led) || !mayEverChat(ways.B, led)
  const people = sent && !onAnyDay(level)
  const open: Day[] = []
  for (let n = 2; n < last; n++) {
    const day = shiftDay(signed, n)
    if (!busy.has(n) && notOn(day, people, rulebook) === null) open.push(day)
  }
  if (open.length > 0) return open[roll(`${seed} day`, open.length)]!
  let n = last
  while (busy.has(n)) n++
  return shiftDay(signed, n)
}

type ToPlace = {
  no: number
  slot: Slot
  want: HowAndWhy
  ways: Ways
  seed: string
  led: boolean
  anyDay: boolean
}
type Placed = { round: PlannedRound; day: Day; ways: Ways }

const LONGEST_CLOSURE = 3660

/** The round on its day or the first free one after: what people do on working days, chats on any that is not avoided. */
function place(given: ToPlace, isTaken: (day: Day) => boolean, rulebook: Rulebook): Placed {
  const { slot } = given
  const passed: Said[] = []
  let day = slot.day
  for (let i = 0; i < LONGEST_CLOSURE; i++, day = shiftDay(day, 1)) {
    const barred = isTaken(day) ? APART : avoidedOn(day, rulebook)
    const placed = barred ? null : roundOn(given, day, rulebook)
    const people = placed !== null && placed.round.mode !== 'chat' && !given.anyDay
    const why = placed ? notOn(day, people, rulebook) : barred
    if (why) passed.push(why)
    else if (placed && passed.length === 0) return placed
    else if (placed) {
      const round = { ...placed.round, why: joined(slot.why, movedFor(slot.day, day, passed)) }
      return { ...placed, round }
    }
  }
  throw new Error('the calendar leaves no day for a revisit')
}

/** The round on this very day, and what is left of each side's permissions after it. */
export function roundOn(
  { no, slot, want, ways, seed, led }: Omit<ToPlace, 'anyDay'>,
  day: Day,
  rulebook: Rulebook,
): Placed {
  const at = sideTimes({ no, day, minute: firstMinute(day, seed, rulebook) }, rulebook)
  const A = possible('A', ways.A, want, at.A, led)
  const B = possible('B', ways.B, want, at.B, led)
  const sides: Halves = {
    A: { at: at.A, mode: A.mode, why: A.why },
    B: { at: at.B, mode: B.mode, why: B.why },
  }
  const { kind, duties, why } = slot
  return {
    round: { no, at: Math.min(at.A, at.B), kind, mode: heavier(A.mode, B.mode), why, duties, sides },
    day,
    ways: { A: { ...ways.A, reach: A.reach }, B: { ...ways.B, reach: B.reach } },
  }
}

const APART: Said = { zh: '另有一次回访', en: 'another revisit' }

/** `12月5日赶集，改到12月6日`. */
function movedFor(from: Day, to: Day, passed: readonly Said[]): Said {
  const list = (texts: string[], comma: string): string => [...new Set(texts)].join(comma)
  const zh = list(
    passed.map((one) => one.zh),
    '、',
  )
  const en = list(
    passed.map((one) => one.en),
    ', ',
  )
  return {
    zh: `${dayText(from, 'zh')}${zh}，改到${dayText(to, 'zh')}`,
    en: `moved from ${dayText(from, 'en')} to ${dayText(to, 'en')}: ${en}`,
  }
}

const NO_REASON: Said = { zh: '', en: '' }
const levelDay = (n: number): Said => ({ zh: `级别规定的第${n}天`, en: `day ${n} of its level` })
const dutyDay = (no: number): Said => ({ zh: `第${no}项到期的次日`, en: `the day after duty ${no} was due` })
const irregular: Said = { zh: '不定期回访', en: 'an irregular revisit' }
const joined = (one: Said, other: Said): Said =>
  one.zh === '' ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` }
