// When the two sides are visited again: the level's days, one day nobody expects, and the day after each duty's date.
import {
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantAt,
  MINUTE,
  minutesOf,
  shiftDay,
} from './calendar.ts'
import { roll } from './chance.ts'
import { type Duty, standing } from './duties.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Level, Mode } from './tables/level.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { isOfficerLed } from './taxonomy.ts'

export type RoundKind = 'level-day' | 'irregular' | 'after-duty' | 'extra'

export type PlannedRound = {
  no: number
  /** When the first of the two sides is asked. */
  at: Instant
  kind: RoundKind
  /** `chat` is the bot's; `call` and `visit` are a person's. */
  mode: Mode
  why: Said
  /** The duties whose date lay on the day before. */
  duties: number[]
}

export type PlanFor = {
  level: Level
  category: SubCode
  codes?: readonly RiskCode[]
  /** When the agreement was signed, or following up began. */
  signedAt: Instant
  duties: readonly Duty[]
  /** Anything of the case that does not change, such as its number. */
  seed: string
}

type Slot = { day: Day; kind: RoundKind; why: Said; duties: number[] }

/** Every round in order of time, at most one a day. The same case gives the same plan. */
export function plan(given: PlanFor, rulebook: Rulebook = defaultRulebook): PlannedRound[] {
  const { level, signedAt, duties, seed, category, codes = [] } = given
  const signed = dayOf(signedAt, rulebook.calendar)
  const slots = new Map<Day, Slot>()
  for (const n of rulebook.levels[level].revisitDays) {
    const day = shiftDay(signed, n)
    slots.set(day, { day, kind: 'level-day', why: levelDay(n), duties: [] })
  }
  for (const duty of duties) {
    const day = dayAfter(duty, rulebook)
    if (day === null || day <= signed) continue
    const slot = slots.get(day) ?? { day, kind: 'after-duty' as const, why: { zh: '', en: '' }, duties: [] }
    slots.set(day, { ...slot, duties: [...slot.duties, duty.no], why: joined(slot.why, dutyDay(duty.no)) })
  }
  const odd = irregularDay(signed, level, [...slots.keys()], seed, rulebook)
  slots.set(odd, { day: odd, kind: 'irregular', why: irregular, duties: [] })

  const ordered = [...slots.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
  const modes = modesOf(ordered.length, level, isOfficerLed(category, codes), rulebook)
  return ordered.map(({ day, kind, why, duties }, i) => ({
    no: i + 1,
    at: hourOn(day, seed, rulebook),
    kind,
    mode: modes[i]!,
    why,
    duties,
  }))
}

/** One more round, so many days from now; pushed on to the next day that has none yet. `no` is the caller's next. */
export function extraRound(
  given: {
    no: number
    now: Instant
    days: number
    mode: Mode
    why: Said
    seed: string
    planned: readonly Pick<PlannedRound, 'at'>[]
  },
  rulebook: Rulebook = defaultRulebook,
): PlannedRound {
  const { no, now, days, mode, why, seed, planned } = given
  const taken = planned.map(({ at }) => dayOf(at, rulebook.calendar))
  let day = shiftDay(dayOf(now, rulebook.calendar), Math.max(1, days))
  while (taken.includes(day)) day = shiftDay(day, 1)
  return { no, at: hourOn(day, seed, rulebook), kind: 'extra', mode, why, duties: [] }
}

/** Each side alone, and never within the same hour. Which side comes first changes from round to round. */
export function sides(
  { no, at }: Pick<PlannedRound, 'no' | 'at'>,
  rulebook: Rulebook = defaultRulebook,
): { A: Instant; B: Instant } {
  const second = at + gap(rulebook) * MINUTE
  return no % 2 === 1 ? { A: at, B: second } : { A: second, B: at }
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

/** Days of grace count: asking before them would bring only "not yet". */
function dayAfter(duty: Duty, { calendar }: Rulebook): Day | null {
  const { status } = standing(duty, duty.dueAt ?? 0)
  if (duty.dueAt === null || status === 'done' || status === 'waived') return null
  return shiftDay(dayOf(duty.dueAt, calendar), duty.graceDays + 1)
}

/** A free day between the second and the one before the level's last; if all are taken, the first free one after. */
function irregularDay(
  signed: Day,
  level: Level,
  taken: readonly Day[],
  seed: string,
  rulebook: Rulebook,
): Day {
  const last = Math.max(...rulebook.levels[level].revisitDays)
  const busy = new Set(taken.map((day) => daysBetween(signed, day)))
  const open: number[] = []
  for (let n = 2; n < last; n++) if (!busy.has(n)) open.push(n)
  if (open.length > 0) return shiftDay(signed, open[roll(`${seed} day`, open.length)]!)
  let n = last
  while (busy.has(n)) n++
  return shiftDay(signed, n)
}

/** The level's own modes; nobody but an officer speaks in officer-led cases, so no round of theirs is a chat. */
function modesOf(count: number, level: Level, officerLed: boolean, rulebook: Rulebook): Mode[] {
  const { first, middle, last } = rulebook.levels[level].modes
  const modes = Array.from({ length: count }, (_, i) => (i === count - 1 ? last : i === 0 ? first : middle))
  return modes.map((mode) => (officerLed && mode === 'chat' ? 'call' : mode))
}

/** Minutes between the two sides: two hours. rulebook-check.ts sees to it that they fit. */
const GAP = 120
const gap = ({ revisitHours: { from, to } }: Rulebook): number =>
  Math.min(GAP, minutesOf(to) - minutesOf(from))

/** On a quarter of an hour, early enough that the other side's turn is over in time. */
function hourOn(day: Day, seed: string, rulebook: Rulebook): Instant {
  const { from, to } = rulebook.revisitHours
  const room = minutesOf(to) - minutesOf(from) - gap(rulebook)
  const minutes = roll(`${seed} ${day}`, Math.floor(room / 15) + 1) * 15
  return instantAt(day, from, rulebook.calendar) + minutes * MINUTE
}

const levelDay = (n: number): Said => ({ zh: `级别规定的第${n}天`, en: `day ${n} of its level` })
const dutyDay = (no: number): Said => ({ zh: `第${no}项到期的次日`, en: `the day after duty ${no} was due` })
const irregular: Said = { zh: '不定期回访', en: 'an irregular revisit' }
const joined = (one: Said, other: Said): Said =>
  one.zh === '' ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` }
