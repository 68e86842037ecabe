// Grading a dispute: indicators in, a level with its reasons out. It grades the dispute, never a person (domain 3.4).
import { higher, levelInfo, oneUp } from './level.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import { inLanguage, type Locale, type Said } from './said.ts'
import { LEVEL_CODES, type Level } from './tables/level.ts'
import {
  EXCLUSIVE,
  HIDDEN,
  INDICATORS,
  type Indicator,
  type RiskCode,
  type RiskGroup,
} from './tables/risk.ts'

export type RiskReason = { code: RiskCode; points: number } & Said

/** Kept as it was found, so that a level can be explained years later. */
export type Grading = {
  codes: RiskCode[]
  /** After the caps; G is what the discounts take off. */
  groupScores: Record<RiskGroup, number>
  score: number
  level: Level
  /** What counted, in the order of the table. */
  reasons: RiskReason[]
  /** The version of the rules. */
  version: string
}

/** Hard triggers are RED and floors are ORANGE whatever the score; discounts undo neither. */
export function grade(
  { codes }: { codes: readonly RiskCode[] },
  rulebook: Rulebook = defaultRulebook,
): Grading {
  const { points, caps, discountFloor, thresholds } = rulebook.risk
  const present = INDICATORS.filter(({ code }) => codes.includes(code))
  const counted = present.filter(({ code }) => !isOutweighed(code, codes, points))
  const sum = (group: RiskGroup) =>
    counted.reduce((total, one) => (one.group === group ? total + points[one.code] : total), 0)
  const groupScores = { A: 0, B: 0, C: 0, D: 0, E: 0, F: 0, G: Math.max(discountFloor, sum('G')) }
  for (const group of ['A', 'B', 'C', 'D', 'E', 'F'] as const)
    groupScores[group] = Math.min(caps[group], sum(group))

  const score = Math.max(
    0,
    Object.values(groupScores).reduce((total, one) => total + one, 0),
  )
  const byScore = LEVEL_CODES.find((level) => score >= thresholds[level])!
  return {
    codes: present.map(({ code }) => code),
    groupScores,
    score,
    level: higher(byScore, floorOf(present)),
    reasons: counted.map(({ code, zh, en }) => ({ code, zh, en, points: points[code] })),
    version: rulebook.version,
  }
}

/** The bot raises a level alone and never lowers one. */
export const raise = (before: Level, grading: Pick<Grading, 'level'>): Level => higher(before, grading.level)

/** A reopened case stands at least one level above where it was, or where its new facts put it. */
export const reopenedLevel = (previous: Level, grading: Pick<Grading, 'level'>): Level =>
  higher(oneUp(previous), grading.level)

/** True when any of these means 110 first and everything else later. */
export const hasHardTrigger = (codes: readonly RiskCode[]): boolean =>
  INDICATORS.some(({ code, kind }) => kind === 'hard' && codes.includes(code))

/** Mediators see no B group, residents no checked personal risk; the responsible officer and leader see all. */
export type Viewer = 'responsible' | 'mediator' | 'resident'

export function reasonsFor({ reasons }: Pick<Grading, 'reasons'>, viewer: Viewer): RiskReason[] {
  if (viewer === 'responsible') return reasons
  return reasons.filter(({ code }) => !isHidden(code) && !(viewer === 'mediator' && code.startsWith('B')))
}

/** `橙：涉及10～29人(20)＋春节前60天内的欠薪(15)`: never the colour alone. */
export function explain(
  grading: Pick<Grading, 'level' | 'reasons'>,
  locale: Locale,
  viewer: Viewer = 'responsible',
): string {
  const parts = reasonsFor(grading, viewer).map((one) => `${inLanguage(one, locale)}(${one.points})`)
  const level = inLanguage(levelInfo(grading.level), locale)
  const none = inLanguage({ zh: '无风险指标', en: 'no risk indicators' }, locale)
  return locale === 'en' ? `${level}: ${parts.join(' + ') || none}` : `${level}：${parts.join('＋') || none}`
}

const isHidden = (code: RiskCode): boolean => (HIDDEN as readonly RiskCode[]).includes(code)

function floorOf(present: readonly Indicator[]): Level {
  if (present.some(({ kind }) => kind === 'hard')) return 'RED'
  return present.some(({ kind }) => kind === 'floorORANGE') ? 'ORANGE' : 'BLUE'
}

/** Within an exclusive group only the heaviest counts; of equals, the later one in the table. */
function isOutweighed(code: RiskCode, codes: readonly RiskCode[], points: Record<RiskCode, number>): boolean {
  const group = EXCLUSIVE.find((one) => (one as readonly RiskCode[]).includes(code)) as
    | readonly RiskCode[]
    | undefined
  if (!group) return false
  const here = group.indexOf(code)
  return group.some(
    (other, there) =>
      codes.includes(other) &&
      (points[other] > points[code] || (points[other] === points[code] && there > here)),
  )
}
