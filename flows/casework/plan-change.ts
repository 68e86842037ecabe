// Changing the rounds that are planned: fewer, more, on another day, or none; each by the one who may, with a reason.
import { type Day, dayOf, type Instant } from './calendar.ts'
import { dayText } from './clock-text.ts'
import type { Duty } from './duties.ts'
import { type Refused, refuse } from './refusal.ts'
import { notOn } from './revisit-days.ts'
import { ANY_WAY, lighter } from './revisit-modes.ts'
import { dayAfter, mayCut, type PlannedRound, type RoundKind, roundOn, type Ways } from './revisit-plan.ts'
import { actsAs, type Role } from './roles.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Mode } from './tables/level.ts'

/** A round as the books have it. `open`: one of its sides was asked or given to somebody. */
export type HeldRound = {
  no: number
  at: Instant
  kind: RoundKind
  /** How its sides are to be asked. */
  modes: readonly Mode[]
  state: 'planned' | 'open' | 'ended'
  /** The duties whose date lay on the day before. */
  duties: readonly number[]
}

type Asked = { rounds: readonly HeldRound[]; now: Instant; reason: string }
type ForCase = { duties: readonly Duty[]; seed: string; ways?: Ways; officerLed?: boolean }

/** One round is left, by the rule of domain 6.2: the last that is planned, unless the leader names another. */
export function cutPlan(
  given: Asked & {
    roles: readonly Role[]
    onTheSpot: boolean
    /** The rounds that have ended, and what both sides scored at the last of them. */
    round: number
    scores: readonly (number | null)[]
    keep?: number
  },
): { keep: number; waived: number[] } | Refused {
  const { rounds, roles, reason } = given
  const refused = leaderOnly(roles) ?? reasonNeeded(reason)
  if (refused) return refused
  if (!mayCut(given))
    return refuse(
      'not-content',
      '当场履行、首次回访双方满意都在4分以上，才能减到一次。',
      'Only when all was done on the spot and both sides score 4 or more at the first revisit.',
    )
  if (rounds.some(({ state }) => state === 'open')) return BEGUN
  const planned = plannedOf(rounds)
  const keep = given.keep ?? planned.at(-1)?.no
  const kept = planned.find(({ no }) => no === keep)
  if (!kept) return NO_SUCH
  if (planned.length === 1)
    return refuse('one-left', '已经只剩一次回访了。', 'Only one revisit is left already.')
  return { keep: kept.no, waived: planned.filter((one) => one !== kept).map(({ no }) => no) }
}

/** One more round on a day. */
export function addRoundOn(
  given: Asked & Omit<ForCase, 'duties'> & { no: number; day: Day; mode: Mode },
  rulebook: Rulebook = defaultRulebook,
): PlannedRound | Refused {
  const { day, rounds, now, reason } = given
  return (
    reasonNeeded(reason) ??
    dayProblem(day, rounds, now, rulebook) ??
    onDay({ ...given, kind: 'extra' }, rulebook)
  )
}

/** A planned round on another day: at its hour of that day, in the ways that are possible then. */
export function moveRound(
  given: Asked & ForCase & { no: number; day: Day },
  rulebook: Rulebook = defaultRulebook,
): PlannedRound | Refused {
  const { no, day, rounds, now, duties, reason } = given
  const round = rounds.find((one) => one.no === no)
  if (!round || round.state === 'ended') return NO_SUCH
  if (round.state === 'open') return BEGUN
  const others = rounds.filter((one) => one !== round)
  const refused =
    reasonNeeded(reason) ??
    dayProblem(day, others, now, rulebook) ??
    beforeDuty(
      day,
      duties.filter((duty) => round.duties.includes(duty.no)),
      rulebook,
    )
  return (
    refused ??
    onDay({ ...given, mode: lighter(round.modes), kind: round.kind, duties: round.duties }, rulebook)
  )
}

/** A leader lets a round go. One that has begun may be let go as well; what was heard stays. */
export function waiveRound(
  given: Pick<Asked, 'rounds' | 'reason'> & { no: number; roles: readonly Role[] },
): { waived: number } | Refused {
  const { no, rounds, roles, reason } = given
  const refused = leaderOnly(roles) ?? reasonNeeded(reason)
  if (refused) return refused
  return rounds.some((one) => one.no === no && one.state !== 'ended') ? { waived: no } : NO_SUCH
}

const NO_SUCH = refuse('no-such-round', '没有这次待办的回访。', 'There is no such revisit to come.')
const BEGUN = refuse('begun', '这次回访已经开始，不能再改。', 'This revisit has begun and stays as it is.')

const plannedOf = (rounds: readonly HeldRound[]): HeldRound[] =>
  rounds.filter(({ state }) => state === 'planned').sort((one, other) => one.at - other.at)

const leaderOnly = (roles: readonly Role[]): Refused | null =>
  actsAs(roles).includes('leader')
    ? null
    : refuse('not-yours', '只有责任领导可以决定。', 'Only the responsible leader may decide this.')

const reasonNeeded = (reason: string): Refused | null =>
  reason.trim() === '' ? refuse('no-reason', '请写明理由。', 'A written reason is needed.') : null

/** Why no round can be on this day, whoever asks. */
function dayProblem(
  day: Day,
  others: readonly HeldRound[],
  now: Instant,
  rulebook: Rulebook,
): Refused | null {
  const { calendar } = rulebook
  if (day <= dayOf(now, calendar))
    return refuse('past', '请选明天或以后的日子。', 'Please choose tomorrow or a later day.')
  if (others.some((one) => dayOf(one.at, calendar) === day))
    return refuse(
      'taken',
      '那天已经有一次回访，请换一天。',
      'There is a revisit on that day already: please choose another.',
    )
  const why = notOn(day, false, rulebook)
  return why ? notThen(day, why) : null
}

const notThen = (day: Day, why: Said): Refused =>
  refuse(
    'not-free',
    `${dayText(day, 'zh')}${why.zh}，请换一天。`,
    `${dayText(day, 'en')}: ${why.en}. Please choose another day.`,
  )

function beforeDuty(day: Day, duties: readonly Duty[], rulebook: Rulebook): Refused | null {
  for (const duty of duties) {
    const first = dayAfter(duty, rulebook)
    if (first !== null && day < first)
      return refuse(
        'before-duty',
        `第${duty.no}项还没到期，最早${dayText(first, 'zh')}。`,
        `Duty ${duty.no} is not due yet: ${dayText(first, 'en')} at the earliest.`,
      )
  }
  return null
}

/** The round on that very day, or why people cannot make it then. */
function onDay(
  given: Pick<ForCase, 'seed' | 'ways' | 'officerLed'> & {
    no: number
    day: Day
    mode: Mode
    kind: RoundKind
    duties?: readonly number[]
  },
  rulebook: Rulebook,
): PlannedRound | Refused {
  const {
    no,
    day,
    mode,
    kind,
    seed,
    duties = [],
    ways = { A: ANY_WAY, B: ANY_WAY },
    officerLed = false,
  } = given
  const want = { mode, why: BY_HAND }
  const slot = { day, kind, why: BY_HAND, duties: [...duties] }
  const round = roundOn({ no, slot, want, ways, seed, led: officerLed }, day, rulebook).round
  const why = notOn(day, round.mode !== 'chat', rulebook)
  return why ? notThen(day, why) : round
}

const BY_HAND: Said = { zh: '人工安排', en: 'arranged by hand' }
