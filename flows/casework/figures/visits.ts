// What is counted of revisits: each side by itself, on the day it counts from.
import type { Instant } from '../calendar.ts'
import type { Counts } from './cases.ts'
import type { CaseFact, HalfFact } from './facts.ts'
import { within } from './happened.ts'
import type { Span } from './period.ts'

/** Asked and done before its day, it counts from then on; what a leader let go counts on its own day. */
const dayCounted = ({ at, endedAt, state }: HalfFact): Instant =>
  endedAt === null || state === 'waived' ? at : Math.min(at, endedAt)

const due = (c: CaseFact, span: Span): HalfFact[] =>
  c.halves.filter((one) => one.state !== 'waived' && within(dayCounted(one), span))

export const visitsDue: Counts = (c, span) => due(c, span).length
export const visited: Counts = (c, span) =>
  due(c, span).filter(({ state, endedAt }) => state === 'answered' && endedAt !== null && endedAt <= span.to)
    .length

const scored = (c: CaseFact, span: Span): number[] =>
  c.halves.flatMap(({ state, score, endedAt }) =>
    state === 'answered' && score !== null && within(endedAt, span) ? [score] : [],
  )
export const scores: Counts = (c, span) => scored(c, span).reduce((sum, one) => sum + one, 0)
export const scoredVisits: Counts = (c, span) => scored(c, span).length
