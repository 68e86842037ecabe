// What is counted beside the course of a case: rounds of screening, sittings together, referrals, difficulties, prevention.
import type { Counts } from './cases.ts'
import type { Measure } from './define.ts'
import type { PreventionFact, RequestFact } from './facts.ts'
import { within } from './happened.ts'
import type { Span } from './period.ts'
import { ofPatrol, ofRequest } from './tally.ts'

export const patrolled: Measure = ({ patrols }, span) =>
  patrols.filter(({ openedAt }) => within(openedAt, span)).map(ofPatrol)

export const sittings: Counts = ({ joints }, span) =>
  joints.filter(({ heldAt }) => within(heldAt, span)).length

export const referred: Counts = ({ referrals }, span) => referrals.filter(({ at }) => within(at, span)).length
export const finishedElsewhere: Counts = ({ referrals }, span) =>
  referrals.filter(({ finishedAt }) => within(finishedAt, span)).length

const requests =
  (is: (one: RequestFact, span: Span) => boolean): Measure =>
  (facts, span) =>
    facts.requests.filter((one) => is(one, span)).map(ofRequest)

export const difficulties = requests(({ at }, span) => within(at, span))
export const difficultiesAnswered = requests(({ answeredAt }, span) => within(answeredAt, span))
export const difficultiesSolved = requests(
  ({ state, answeredAt }, span) => state === 'solved' && within(answeredAt, span),
)

const prevented = (
  { preventions }: { preventions: PreventionFact[] },
  kind: PreventionFact['kind'],
  span: Span,
) => preventions.filter((one) => one.kind === kind && within(one.approvedAt, span))

/** Only what a leader approved, in the time of the approval. */
export const preventions =
  (kind: PreventionFact['kind']): Counts =>
  (c, span) =>
    prevented(c, kind, span).length
export const peoplePrevented =
  (kind: PreventionFact['kind']): Counts =>
  (c, span) =>
    prevented(c, kind, span).reduce((sum, { people }) => sum + people, 0)
