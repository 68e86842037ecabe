// What this triage asks at the legal gate, and what the answers come to so far. The books look again when it is done.
import { answersTo, type Before, gateQuestions, type Passing, passGate } from '../casework/gate.ts'
import {
  GATE_QUESTION_CODES,
  type GateAnswer,
  type GateAnswers,
  type GateQuestion,
} from '../casework/tables/gate-questions.ts'
import type { RiskCode } from '../casework/tables/risk.ts'
import { type SubCode, subCodeSchema } from '../casework/tables/taxonomy.ts'
import { isMediated, type TrackCode } from '../casework/tables/track.ts'
import { among } from '../casework/taxonomy.ts'
import type { Known } from '../core/conversation.ts'
import type { Question } from '../core/question.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { ScreeningGiven } from './commands.ts'

/** The answers so far, as far as they go. */
export type Screened = Pick<Known<ScreeningGiven>, 'given'> & {
  decision?: 'accept' | 'reject' | 'emergency'
  category?: string | null
  kind?: string | null
} & { [Q in GateQuestion]?: GateAnswer<Q> }

/** The category as the officer leaves it: null where it is not touched. */
export const chosen = ({ category = null, kind = null }: Screened): string | null =>
  category === 'other' ? kind : category

/** Talks begun before the gate asked anything know nothing of danger, and the books decide. */
const beforeOf = (known: Screened): Before => {
  const { given } = known
  const category = subCodeSchema.catch('OT-00').parse(chosen(known) ?? given.category)
  const {
    codes = [],
    implied = {},
    headcount = null,
    elsewhere = false,
    refusedBySome = false,
  } = given.before ?? {}
  const brought = Object.entries(implied).filter(([, list]) => among(category, list as SubCode[]))
  return {
    category,
    codes: [...new Set([...codes, ...brought.map(([code]) => code)])] as RiskCode[],
    headcount,
    elsewhere,
    refusedBySome,
  }
}

export const answersIn = (known: Screened): GateAnswers =>
  Object.fromEntries(
    GATE_QUESTION_CODES.flatMap((one) => (known[one] === undefined ? [] : [[one, known[one]]])),
  )

export const isAsked =
  (question: GateQuestion) =>
  (known: Screened): boolean =>
    known.decision === 'accept' && gateQuestions(beforeOf(known), answersIn(known)).includes(question)

/** Answered by one tap. */
export const tap =
  <Q extends GateQuestion>(question: Q) =>
  (known: Screened): Question<GateAnswer<Q>, GateAnswer<Q>> =>
    oneOf(answersTo(question, beforeOf(known)) as [GateAnswer<Q>, ...GateAnswer<Q>[]])

export const passing = (known: Screened): Passing => passGate(beforeOf(known), answersIn(known))

/** What may be chosen. Where the books said that officers lead, nobody sits down with both sides. */
export function tracksFor(known: Screened): TrackCode[] {
  const { tracks } = passing(known)
  const { officerLed } = known.given
  return officerLed && chosen(known) === null ? tracks.filter((one) => !isMediated(one)) : tracks
}
