// What is counted of cases: found, accepted, settled, dealt with, contacted, come back.
import { DAY, type Instant } from '../calendar.ts'
import { countsOfCase } from '../counted.ts'
import { rank } from '../level.ts'
import type { Level } from '../tables/level.ts'
import type { TrackCode } from '../tables/taxonomy.ts'
import type { Measure } from './define.ts'
import type { CaseFact, StepFact } from './facts.ts'
import {
  acceptedAt,
  cameTo,
  highestUntil,
  isCounted,
  levelAt,
  registeredAt,
  stepsWithin,
  trackOf,
  within,
} from './happened.ts'
import type { Span } from './period.ts'
import { ofCase } from './tally.ts'

/** How much a case counts within a time: a number, or whether it does at all. */
export type Counts = (c: CaseFact, span: Span) => number | boolean

export const cases =
  (counts: Counts): Measure =>
  (facts, span) =>
    facts.cases.flatMap((c) => {
      const n = Number(counts(c, span))
      return n === 0 ? [] : [ofCase(c, n)]
    })

export const both =
  (one: Counts, other: Counts): Counts =>
  (c, span) =>
    Number(one(c, span)) > 0 ? other(c, span) : false

export const registered: Counts = (c, span) => within(registeredAt(c), span) && isCounted(c, span.to)

/** People's mediation alone: the committee's paper, sealed by it. Police, traffic, labour and court papers are others'. */
const COMMITTEE: readonly TrackCode[] = ['PM', 'JOINT']
export const byCommittee: Counts = (c) => COMMITTEE.includes(trackOf(c))

export const accepted: Counts = (c, span) => within(acceptedAt(c), span) && isCounted(c, span.to)

export const settled: Counts = (c, span) => isCounted(c, span.to) && cameTo(c, span, 'AGREED')

const noAgreement = ({ from, to }: StepFact): boolean =>
  to === 'FAILED' || (from === 'MEDIATING' && to === 'TERMINATED')

/** Settled within the same time after all, it is no failure of that time. */
export const notSettled: Counts = (c, span) =>
  isCounted(c, span.to) && !cameTo(c, span, 'AGREED') && stepsWithin(c, span, noAgreement).length > 0

/** 调处: mediation came to a result, or a case that was never mediated was brought to its end elsewhere. */
export const dealtWith: Counts = (c, span) => {
  if (!isCounted(c, span.to)) return false
  const before = (step: StepFact) => c.steps.slice(0, c.steps.indexOf(step))
  const result = (step: StepFact) => step.to === 'AGREED' || noAgreement(step)
  const elsewhere = (step: StepFact) =>
    step.from === 'REFERRED' && step.to === 'CLOSED' && !before(step).some(result)
  return stepsWithin(c, span, (step) => result(step) || elsewhere(step)).length > 0
}

/** Somebody had talked to a side by the end of the time. */
export const contacted: Counts = ({ firstContactAt, contactedAt }, { to }) => {
  const first = firstContactAt ?? contactedAt
  return first !== null && first <= to
}

export const contactDue: Counts = (c, span) => within(c.contactBy, span) && isCounted(c, span.to)
export const contactInTime: Counts = ({ contactBy, contactedAt }) =>
  contactBy !== null && contactedAt !== null && contactedAt <= contactBy

/** The wait from registration to agreement in whole days, for what was settled within the time. */
export const daysToSettle: Counts = (c, span) => {
  const agreed = stepsWithin(c, span, ({ to }) => to === 'AGREED')[0]
  const begun = registeredAt(c)
  return agreed && begun !== null ? Math.floor((agreed.at - begun) / DAY) : 0
}

/** Its aim lay within the time and nothing had come of it by then, of the turn the case had taken last. */
export const late: Counts = (c, span) => {
  const { targetAt, steps } = c
  if (targetAt === null || !within(targetAt, span) || !isCounted(c, span.to)) return false
  const until = steps.filter(({ at }) => at <= targetAt)
  const turn = until.slice(until.findLastIndex(({ to }) => to === 'REOPENED') + 1)
  return !turn.some(({ to }) => RESULTS.includes(to))
}
const RESULTS: readonly string[] = ['AGREED', 'FAILED', 'TERMINATED', 'REFERRED', 'CLOSED']

export const closed: Counts = (c, span) => isCounted(c, span.to) && cameTo(c, span, 'CLOSED')

/** Domain 7.2. */
export const RECURS_WITHIN = 90 * DAY

const returns = (c: CaseFact, span: Span): number[] =>
  stepsWithin(c, span, ({ from, to }) => from === 'CLOSED' && (to === 'REOPENED' || to === 'EMERGENCY')).map(
    (step) => {
      const end = c.steps.slice(0, c.steps.indexOf(step)).findLast(({ to }) => to === 'CLOSED')
      return step.at - (end?.at ?? step.at)
    },
  )
export const cameBack: Counts = (c, span) => isCounted(c, span.to) && returns(c, span).length > 0
export const cameBackSoon: Counts = (c, span) =>
  isCounted(c, span.to) && returns(c, span).some((wait) => wait <= RECURS_WITHIN)

/** Reports of a matter that was known already. */
export const toldAgain: Counts = (c, span) =>
  isCounted(c, span.to)
    ? [...c.reports]
        .sort((one, other) => one - other)
        .slice(1)
        .filter((at) => within(at, span)).length
    : 0

/** 民转刑: filed as a crime within twelve months of its registration. */
export const becameCrime: Counts = (c, span) => {
  const begun = registeredAt(c)
  const { criminalAt } = c
  return criminalAt !== null && begun !== null && within(criminalAt, span) && begun >= yearBefore(criminalAt)
}

function yearBefore(at: Instant): Instant {
  const date = new Date(at)
  return date.setUTCFullYear(date.getUTCFullYear() - 1)
}

export const atLevel =
  (level: Level): Counts =>
  (c, { to }) =>
    levelAt(c, to) === level

const changes = (c: CaseFact, span: Span, up: boolean): number =>
  c.gradings.filter(({ at, level }, i) => {
    const before = c.gradings[i - 1]
    return (
      before !== undefined &&
      within(at, span) &&
      up === rank(level) > rank(before.level) &&
      level !== before.level
    )
  }).length
export const raised: Counts = (c, span) => isCounted(c, span.to) && changes(c, span, true)
export const lowered: Counts = (c, span) => isCounted(c, span.to) && changes(c, span, false)

/** The form does not say what a grave dispute is: once RED, or as many people as its third band begins with. [D] */
export const GRAVE_PEOPLE = 100
export const grave: Counts = (c, { to }) =>
  highestUntil(c, to) === 'RED' || (c.headcount ?? 0) >= GRAVE_PEOPLE

export const byMediators: Counts = (c) => countsOfCase(c).includes('mediators')
export const withTownship: Counts = (c) => countsOfCase(c).includes('township')
