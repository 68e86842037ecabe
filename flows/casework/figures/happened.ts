// What had happened to a case by a time, and what happened to it within one. Steps of the life cycle are the record of it.
import type { Instant } from '../calendar.ts'
import { rank } from '../level.ts'
import type { Level } from '../tables/level.ts'
import type { State } from '../tables/life-cycle.ts'
import type { TrackCode } from '../tables/taxonomy.ts'
import { category, isDispute } from '../taxonomy.ts'
import type { CaseFact, StepFact } from './facts.ts'
import type { Span } from './period.ts'

export const within = (at: Instant | null, { from, to }: Span): boolean =>
  at !== null && at >= from && at <= to

/** The state at the end of that moment; a case begins as a draft. */
export const stateAt = ({ steps }: CaseFact, at: Instant): State =>
  steps.findLast((step) => step.at <= at)?.to ?? 'DRAFT'

/** A lead became a case: registered, or, where danger came first, taken up as an emergency. */
export const registeredAt = ({ steps }: CaseFact): Instant | null =>
  steps.find(({ from, to }) => from === 'DRAFT' && (to === 'REPORTED' || to === 'EMERGENCY'))?.at ?? null

const NOT_COUNTED: readonly State[] = ['MERGED', 'REJECTED']

/**
 * A dispute of its own by the end of the time: no lead, nothing that is no dispute, no prank, none that was not accepted, none
 * that went into another case.
 */
export const isCounted = (c: CaseFact, to: Instant): boolean =>
  isDispute(c.category) && !c.prank && !NOT_COUNTED.includes(stateAt(c, to))

export const stepsWithin = ({ steps }: CaseFact, span: Span, is: (step: StepFact) => boolean): StepFact[] =>
  steps.filter((step) => within(step.at, span) && is(step))

export const cameTo = (c: CaseFact, span: Span, ...states: State[]): boolean =>
  stepsWithin(c, span, ({ to }) => states.includes(to)).length > 0

/** The first time ever that it was accepted: opened again, a case is no second one. */
export const acceptedAt = ({ steps }: CaseFact): Instant | null =>
  steps.find(({ to }) => to === 'ACCEPTED')?.at ?? null

/** The track it takes; until one is chosen, that of its category. */
export const trackOf = (c: CaseFact): TrackCode => c.track ?? category(c.category).defaultTrack

export const levelAt = ({ gradings, level }: CaseFact, at: Instant): Level =>
  gradings.findLast((one) => one.at <= at)?.level ?? gradings[0]?.level ?? level

export const highestUntil = (c: CaseFact, at: Instant): Level =>
  c.gradings
    .filter((one) => one.at <= at)
    .map(({ level }) => level)
    .reduce((high, one) => (rank(one) > rank(high) ? one : high), levelAt(c, at))
