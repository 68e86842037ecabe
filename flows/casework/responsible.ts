// Suggesting who should answer for a case. A person decides; the reasons name rules, never people.
import type { Instant } from './calendar.ts'
import { levelInfo, responsibleFor } from './level.ts'
import { actsAs, type Role } from './roles.ts'
import type { Locale, Said } from './said.ts'
import type { Level } from './tables/level.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { isOfficerLed } from './taxonomy.ts'

export type Staff = {
  id: string
  roles: readonly Role[]
  /** Villages this person answers for; empty is none in particular. */
  villages: readonly string[]
  female: boolean
  languages: readonly Locale[]
  /** Open cases. */
  load: number
  /** Away until then; null is here. */
  awayUntil: Instant | null
}

export type ToAssign = {
  level: Level
  category: SubCode
  codes?: readonly RiskCode[]
  village: string | null
  /** The language the reporter speaks. */
  language?: Locale
  /** Ids of those who must not have it: recused, refused, or complained about. */
  excluded?: readonly string[]
  now: Instant
}

export type Suggestion = { officer: string | null; leader: string | null; reasons: Said[] }

/** The same roster and case give the same suggestion; of equals the less loaded, then the smaller id. */
export function suggest(roster: readonly Staff[], given: ToAssign): Suggestion {
  const { level, category, codes, now, excluded = [] } = given
  const here = roster.filter(
    ({ id, awayUntil }) => !excluded.includes(id) && (awayUntil === null || awayUntil <= now),
  )
  const rank = responsibleFor(level).leader
  const leaders = here.filter(({ roles }) => actsAs(roles).includes(rank))
  const leader = best(leaders, [
    ...(rank === 'chief' ? [] : [notChief]),
    { points: ownRank(rank), why: null },
    villageOf(given),
  ])
  const officers = here.filter(({ id, roles }) => actsAs(roles).includes('officer') && id !== leader.id)
  const gentle = isOfficerLed(category, codes)
  const officer = best(officers, [
    ...(gentle ? [woman] : []),
    { points: ownRank('officer'), why: null },
    languageOf(given),
    villageOf(given),
  ])
  const reasons: Said[] = [
    { zh: `${levelInfo(level).zh}级由这一级领导包案`, en: `${levelInfo(level).en}: led by this rank` },
  ]
  if (gentle && officer.id !== null && !officer.reasons.includes(woman.why!))
    reasons.push({
      zh: '没有女民警可派，请女性辅警同去',
      en: 'no woman officer is free; a woman auxiliary should go along',
    })
  if (officer.id === null) reasons.push({ zh: '没有可派的民警', en: 'no officer is free' })
  if (leader.id === null) reasons.push({ zh: '没有可派的领导', en: 'no leader of that rank is free' })
  return { officer: officer.id, leader: leader.id, reasons: [...reasons, ...officer.reasons] }
}

/** One consideration; the earlier ones weigh more than all later ones together. */
type Merit = { points: (staff: Staff) => boolean; why: Said | null }

const woman: Merit = {
  points: ({ female }) => female,
  why: {
    zh: '家暴、性侵、涉未成年人由女民警办',
    en: 'domestic, sexual and child cases go to a woman officer',
  },
}
/** Whoever heads the station is kept free for the gravest, also where the chief is named a leader as well. */
const notChief: Merit = { points: ({ roles }) => !roles.includes('chief'), why: null }
const villageOf = ({ village }: ToAssign): Merit => ({
  points: ({ villages }) => village !== null && villages.includes(village),
  why: { zh: '负责这个村', en: 'answers for this village' },
})
const languageOf = ({ language }: ToAssign): Merit => ({
  points: ({ languages }) => language === 'bo' && languages.includes('bo'),
  why: { zh: '懂藏语', en: 'speaks Tibetan' },
})
/** Holds the rank itself, rather than standing in for it from above. */
const ownRank =
  (role: Role): Merit['points'] =>
  ({ roles }) =>
    roles.includes(role)

function best(
  candidates: readonly Staff[],
  merits: readonly Merit[],
): { id: string | null; reasons: Said[] } {
  const value = (staff: Staff): number =>
    merits.reduce((sum, { points }) => sum * 2 + Number(points(staff)), 0)
  const [first] = [...candidates].sort(
    (one, other) => value(other) - value(one) || one.load - other.load || (one.id < other.id ? -1 : 1),
  )
  if (!first) return { id: null, reasons: [] }
  return { id: first.id, reasons: merits.flatMap(({ points, why }) => (why && points(first) ? [why] : [])) }
}
