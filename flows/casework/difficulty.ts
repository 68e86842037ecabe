// Simple disputes, which the mediators of the village are asked to take first, and hard ones, worked on with the township
// (domain 0, 3.2, 4.5). Pure.
import { rank } from './level.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Level } from './tables/level.ts'
import { INDICATORS, type RiskCode } from './tables/risk.ts'
import type { SubCode } from './tables/taxonomy.ts'
import type { TrackCode } from './tables/track.ts'
import { among, category as categoryInfo, isOfficerLed, topOf } from './taxonomy.ts'

export type SimpleFacts = {
  level: Level
  category: SubCode
  /** The track it was accepted on; null before that. */
  track: TrackCode | null
  /** Indicators true now. */
  codes: readonly RiskCode[]
  amountYuan: number | null
  /** Reports of this matter within the days of a repeat. */
  reports: number
  /** It had ended, or an emergency was opened on it, and it came back. */
  again: boolean
}

/** Danger, several people, an old grudge, a repeat, a government's act: with any of these it is no simple one. */
const HARMLESS: ReadonlySet<RiskCode> = new Set(
  INDICATORS.flatMap(({ code, group }) => (group === 'F' || group === 'G' || code === 'C01' ? [code] : [])),
)

/** 简易纠纷. Whatever officers lead, and a complaint about the police, is none. */
export function isSimple(facts: SimpleFacts, { difficulty }: Rulebook = defaultRulebook): boolean {
  const { level, category, track, codes, amountYuan, reports, again } = facts
  return (
    level === 'BLUE' &&
    track === 'PM' &&
    categoryInfo(category).defaultTrack === 'PM' &&
    !isOfficerLed(category, codes) &&
    codes.every((code) => HARMLESS.has(code)) &&
    (amountYuan ?? 0) <= difficulty.simple.mostYuan &&
    reports <= 1 &&
    !again
  )
}

export type HardFacts = {
  level: Level
  category: SubCode
  codes: readonly RiskCode[]
  headcount: number | null
  crossVillage: boolean
  /** Talks that came to nothing. */
  failures: number
  /** The day by which it should have been settled is over, and it is not. */
  pastTarget: boolean
}

export type HardReason = 'group' | 'land' | 'workers' | 'villages' | 'failures' | 'target'

export const HARD_REASONS: { readonly [R in HardReason]: Said } = {
  group: { zh: '级别高、人多', en: 'High level and many people' },
  land: { zh: '草场、山林、边界', en: 'Pasture, land or a boundary' },
  workers: { zh: '欠薪人数多', en: 'Many workers unpaid' },
  villages: { zh: '跨村', en: 'Across villages' },
  failures: { zh: '谈了几次没谈成', en: 'Talks have failed more than once' },
  target: { zh: '过了期限还没化解', en: 'Past the day by which it should be settled' },
}

/** Why it is a hard one; nothing where it is none. */
export function hardReasons(facts: HardFacts, { difficulty }: Rulebook = defaultRulebook): HardReason[] {
  const { people, workers, failures, categories } = difficulty.hard
  const n = facts.headcount ?? 0
  const high = rank(facts.level) >= rank('ORANGE')
  const across = facts.crossVillage || facts.codes.includes('D06') || facts.codes.includes('D07')
  const found: { [R in HardReason]: boolean } = {
    group: high && n >= people,
    land: among(facts.category, categories),
    workers: topOf(facts.category) === 'LB' && n >= workers,
    villages: across,
    failures: facts.failures >= failures,
    target: facts.pastTarget,
  }
  return (Object.keys(found) as HardReason[]).filter((reason) => found[reason])
}

export const isHard = (facts: HardFacts, rulebook: Rulebook = defaultRulebook): boolean =>
  hardReasons(facts, rulebook).length > 0
