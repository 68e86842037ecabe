// Rounds of revisits for tests: a side at peace unless told otherwise.
import fc from 'fast-check'
import { noAnswers, type RevisitAnswers, type Round, type Side } from '../../flows/casework/round.ts'
import { RISK_CODES } from '../../flows/casework/tables/risk.ts'
import { SURFACE_CODES } from '../../flows/casework/tables/surface.ts'

export const said = (change: Partial<RevisitAnswers> = {}): Side => ({
  kind: 'answered',
  answers: {
    ...noAnswers,
    other: 'all',
    own: 'all',
    trouble: 'none',
    relation: 'greet',
    fairness: 'fair',
    freeWill: 'own',
    safety: 'safe',
    score: 5,
    ...change,
  },
})

export const silent: Side = { kind: 'unavailable' }
export const declined: Side = { kind: 'declined' }

const account = fc.constantFrom('all', 'part', 'none', 'not-due', null)
const fen = fc.option(fc.integer({ min: 0, max: 10_000 }))
const answers: fc.Arbitrary<RevisitAnswers> = fc.record({
  other: account,
  own: account,
  receivedFen: fen,
  paidFen: fen,
  reasons: fc.subarray(['refuses', 'plan', 'no-money', 'waits', 'other'] as const, {
    maxLength: 2,
  }) as fc.Arbitrary<RevisitAnswers['reasons']>,
  trouble: fc.constantFrom('none', 'none', 'none', 'quarrel', 'blows', 'threat', null),
  relation: fc.constantFrom('greet', 'silent', 'avoid', 'angry', null),
  fairness: fc.constantFrom('fair', 'acceptable', 'not-quite', 'unfair', null),
  freeWill: fc.constantFrom('own', 'reluctant', 'pressed', null),
  safety: fc.constantFrom('safe', 'safe', 'safe', 'afraid', 'very-afraid', null),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
  help: fc.boolean(),
  heard: fc.uniqueArray(fc.constantFrom(...SURFACE_CODES), { maxLength: 2 }),
  danger: fc.uniqueArray(fc.constantFrom(...RISK_CODES), { maxLength: 1 }),
  terse: fc.boolean(),
})
const side: fc.Arbitrary<Side> = fc.oneof(
  { weight: 6, arbitrary: answers.map((answers): Side => ({ kind: 'answered', answers })) },
  { weight: 1, arbitrary: fc.constant(silent) },
  { weight: 1, arbitrary: fc.constant(declined) },
)

export const anyRound: fc.Arbitrary<Round> = fc.record({
  A: side,
  B: side,
  third: fc.option(
    fc.record({
      tense: fc.boolean(),
      heard: fc.uniqueArray(fc.constantFrom(...SURFACE_CODES), { maxLength: 2 }),
    }),
  ),
})
