// The agenda of a meeting that looks at risk (研判): which cases, why each of them, in which order. Pure.
import { dayOf, daysBetween, endOfDay, type Instant } from './calendar.ts'
import { type Cluster, clusters, type Placed } from './clusters.ts'
import { rank } from './level.ts'
import { isOpen } from './life-cycle.ts'
import type { Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { daysToSpringFestival, nextStart, seasonsFor } from './season.ts'
import { spanEnd } from './span.ts'
import { WHYS, type Why } from './tables/agenda.ts'
import type { Level } from './tables/level.ts'
import type { State } from './tables/life-cycle.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { among } from './taxonomy.ts'

/** What the books know of a case, without a word that anybody said. */
export type AgendaCase = {
  dispute: string
  number: string
  level: Level
  category: SubCode
  village: string | null
  state: State
  filedAt: Instant
  updatedAt: Instant
  contactedAt: Instant | null
  contactBy: Instant | null
  targetAt: Instant | null
  /** Duties and revisits whose day is over. */
  dutiesLate: number
  revisitsLate: number
  /** Of the last round that was judged; `surface` is 0 where an officer found the signs wrong. */
  verdict: string | null
  surface: number
  /** It was told before within the days of the rulebook. */
  repeated: boolean
  /** Other cases of the same pair or place. */
  alike: number
  uneasy: boolean
  plansLate: number
  decisionsLate: number
  /** It stood on the last agenda and was not reached. */
  left: boolean
  /** When a meeting last decided on it. */
  reviewedAt: Instant | null
}

export type AgendaItem = { dispute: string; number: string; level: Level; why: Why[] }
export type Agenda = { items: AgendaItem[]; clusters: Cluster[] }

const BEFORE_CONTACT: readonly State[] = ['DRAFT', 'REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED']
const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING', 'SUSPENDED']

/** `recent` is everything that was told of lately, for the clusters. `redOnly` is the daily look. */
export function agenda(
  cases: readonly AgendaCase[],
  recent: readonly Placed[],
  now: Instant,
  rulebook: Rulebook,
  { redOnly = false }: { redOnly?: boolean } = {},
): Agenda {
  const dense = clusters(recent, now)
  const clustered = new Set(dense.flatMap((one) => one.cases))
  const wanted = cases.filter(({ state, level }) => isOpen(state) && (!redOnly || level === 'RED'))
  const items = wanted
    .map((one) => ({ one, why: whyOf(one, now, rulebook, clustered.has(one.dispute)) }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => byUrgency(a.one, a.why, b.one, b.why))
    .map(({ one: { dispute, number, level }, why }): AgendaItem => ({ dispute, number, level, why }))
  return { items, clusters: dense }
}

function whyOf(c: AgendaCase, now: Instant, rulebook: Rulebook, clustered: boolean): Why[] {
  const late = (at: Instant | null) => at !== null && at <= now
  const holds: { readonly [W in Why]: boolean } = {
    emergency: c.state === 'EMERGENCY',
    red: c.level === 'RED',
    orange: c.level === 'ORANGE',
    uneasy: c.uneasy,
    'plan-late': c.plansLate > 0,
    'contact-late': BEFORE_CONTACT.includes(c.state) && c.contactedAt === null && late(c.contactBy),
    'target-late': BEFORE_AGREED.includes(c.state) && late(c.targetAt),
    'duty-late': c.dutiesLate > 0,
    'revisit-late': c.revisitsLate > 0,
    'decision-late': c.decisionsLate > 0,
    'accounts-differ': c.verdict === 'accounts-differ',
    surface: c.surface >= rulebook.surface.thresholds.surface,
    repeated: c.repeated,
    alike: c.alike > 0,
    cluster: clustered,
    wage: owedBeforeFestival(c, now, rulebook),
    season: inOrBeforeSeason(c.category, now, rulebook),
    left: c.left,
    review: dueForReview(c, now, rulebook),
  }
  return WHYS.map(({ code }) => code).filter((code) => holds[code])
}

/** Every open case of wages, once the weeks before Spring Festival have begun. */
function owedBeforeFestival({ category }: AgendaCase, now: Instant, rulebook: Rulebook): boolean {
  const days = daysToSpringFestival(now, rulebook)
  return days !== null && days <= rulebook.wage.days && among(category, rulebook.wage.categories)
}

function inOrBeforeSeason(category: SubCode, now: Instant, rulebook: Rulebook): boolean {
  if (seasonsFor(category, now, rulebook).length > 0) return true
  const today = dayOf(now, rulebook.calendar)
  return rulebook.seasons
    .filter(({ categories }) => among(category, categories))
    .some(
      (one) => daysBetween(today, nextStart(one, now, rulebook.calendar)) <= rulebook.assessment.seasonAhead,
    )
}

/** The level's own rhythm (domain 3.2), counted to the end of the day, so that a weekly meeting meets a weekly review. */
function dueForReview(c: AgendaCase, now: Instant, { levels, calendar }: Rulebook): boolean {
  const since = Math.max(c.filedAt, c.reviewedAt ?? 0)
  return spanEnd(since, levels[c.level].review, calendar) <= endOfDay(dayOf(now, calendar), calendar)
}

/** The level first; then what weighs most; then how much speaks for it; then what has waited longest. */
const byUrgency = (a: AgendaCase, why: readonly Why[], b: AgendaCase, other: readonly Why[]): number =>
  rank(b.level) - rank(a.level) ||
  weight(why) - weight(other) ||
  other.length - why.length ||
  a.updatedAt - b.updatedAt ||
  (a.number < b.number ? -1 : 1)

const weight = (why: readonly Why[]): number => WHYS.findIndex(({ code }) => code === why[0])

/** What a reason is called; one that the rules no longer have is named by its code. */
export function whyName(code: string): Said {
  const { zh, en } = WHYS.find((one) => one.code === code) ?? { zh: code, en: code }
  return { zh, en }
}
