// Risk levels: their order, who answers for them, and the times by which something must have happened.
import { addDays, type Instant } from './calendar.ts'
import { isRefused, type Refused, refuse } from './refusal.ts'
import { actsAs, type Role, roleName } from './roles.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { spanEnd } from './span.ts'
import { LEVEL_CODES, LEVELS, type Level, WOMEN_FEDERATION } from './tables/level.ts'
import { INDICATORS, type RiskCode } from './tables/risk.ts'

/** 3 is RED, 0 is BLUE. */
export const rank = (level: Level): number => LEVEL_CODES.length - 1 - LEVEL_CODES.indexOf(level)

export const levelInfo = (level: Level) => LEVELS.find(({ code }) => code === level)!

export const higher = (one: Level, other: Level): Level => (rank(one) >= rank(other) ? one : other)

/** One level up; RED stays RED. */
export const oneUp = (level: Level): Level => LEVEL_CODES[Math.max(0, LEVEL_CODES.indexOf(level) - 1)]!

/** Who must answer for a case of this level, and who is told. */
export function responsibleFor(
  level: Level,
  { womenOrChildren = false } = {},
): {
  leader: Role
  officer: 'officer'
  /** A named contact of township and village is needed as well. */
  townContact: boolean
  told: readonly ({ code: string } & Said)[]
} {
  const { leader, told } = levelInfo(level)
  const townContact = rank(level) >= rank('ORANGE')
  const more = townContact && womenOrChildren ? [WOMEN_FEDERATION] : []
  return { leader, officer: 'officer', townContact, told: [...told, ...more] }
}

export type Deadlines = {
  /** Acknowledged by the responsible officer. */
  accept: Instant
  /** First human contact, by whatever means. */
  firstContact: Instant
  /** Null is "as soon as reachable". */
  faceToFace: Instant | null
  /** The next review of the case (研判). */
  review: Instant
  /** When it should be settled; an aim, not a legal limit. */
  target: Instant
}

/** The limits that run from this moment, for a case that stands at this level. */
export function deadlines(level: Level, at: Instant, rulebook: Rulebook = defaultRulebook): Deadlines {
  const { accept, firstContact, faceToFace, review, targetDays } = rulebook.levels[level]
  const { calendar } = rulebook
  return {
    accept: spanEnd(at, accept, calendar),
    firstContact: spanEnd(at, firstContact, calendar),
    faceToFace: faceToFace && spanEnd(at, faceToFace, calendar),
    review: spanEnd(at, review, calendar),
    target: addDays(at, targetDays),
  }
}

export type Lowering = {
  from: Level
  to: Level
  roles: readonly Role[]
  reason: string
  /** Days without trouble. */
  calmDays: number
  /** What the case is graded by; a floor that still stands cannot be gone below. */
  codes?: readonly RiskCode[]
}

/** Only a person lowers a level: the chief RED after a week of calm, a leader ORANGE, an officer YELLOW (domain 3.2). */
export function mayLower(wish: Lowering, rulebook: Rulebook = defaultRulebook): { ok: true } | Refused {
  const { from, to, roles, reason, calmDays, codes = [] } = wish
  if (rank(to) >= rank(from)) return refuse('not-lower', '新级别不比原来低。', 'The new level is not lower.')
  const by = levelInfo(from).lowers!
  if (!actsAs(roles).includes(by)) {
    const who = roleName(by)
    return refuse(
      'not-yours',
      `只有${who.zh}可以降低${levelInfo(from).zh}级。`,
      `Only the ${who.en} may lower ${levelInfo(from).en}.`,
    )
  }
  const written = reasoned(reason)
  if (isRefused(written)) return written
  const calm = rulebook.levels[from].calmDays
  if (calmDays < calm)
    return refuse(
      'not-calm',
      `要先平静满${calm}天才能降级。`,
      `It must have been calm for ${calm} days first.`,
    )
  const floored = INDICATORS.find(({ code, kind }) => kind === 'floorORANGE' && codes.includes(code))
  if (floored && rank(to) < rank('ORANGE'))
    return refuse(
      'floor',
      `有“${floored.zh}”，不能低于橙级。`,
      `With "${floored.en}" it cannot go below orange.`,
    )
  return { ok: true }
}

/** An officer who is not at ease (不放心、不托底、不踏实) raises by one level, with a reason and nothing else. */
export function raiseByHand(level: Level, reason: string): Level | Refused {
  const written = reasoned(reason)
  if (isRefused(written)) return written
  return level === 'RED' ? refuse('at-the-top', '已经是红级。', 'It is RED already.') : oneUp(level)
}

const reasoned = (reason: string): { ok: true } | Refused =>
  reason.trim() === '' ? refuse('no-reason', '请写明理由。', 'A written reason is needed.') : { ok: true }
