// Whether what a side said at a revisit is a new risk, and whether it is an emergency.
import { hasHardTrigger } from './risk.ts'
import { answersOf, type RevisitAnswers, type Round, type RoundGiven, SIDES } from './round.ts'
import type { RiskCode } from './tables/risk.ts'

/** Whether this is true of what either side said. */
export const anyone = ({ round }: RoundGiven, is: (answers: RevisitAnswers) => boolean): boolean =>
  SIDES.some((who) => round[who].kind === 'answered' && is(answersOf(round[who])))

const BLOWS: readonly RiskCode[] = ['A01', 'A06', 'A08', 'A09', 'A11', 'A12']

/** A vague threat counts unless it is only the kind of phrase that the surface score weighs already. */
export function isDanger({ trouble, safety, danger, heard }: RevisitAnswers): boolean {
  if (trouble === 'blows' || trouble === 'threat') return true
  if (safety === 'afraid' || safety === 'very-afraid' || heard.includes('SR9')) return true
  return (danger.includes('A10') && !heard.includes('SR4')) || isGrave(danger)
}

/** A third party tells of danger. */
export const isAlarm = ({ third }: Round): boolean => isGrave(third?.danger ?? [])

const isGrave = (danger: readonly RiskCode[]): boolean =>
  hasHardTrigger(danger) || danger.includes('D05') || isBlows(danger)
const isBlows = (danger: readonly RiskCode[]): boolean => danger.some((code) => BLOWS.includes(code))

/** A hard trigger; or blows where there was violence at home, or where the case is RED already. */
export function isEmergency(given: RoundGiven): boolean {
  const { level, category, codes = [], round } = given
  const told = round.third?.danger ?? []
  const home = category === 'MF-DV' || codes.includes('A11') || codes.includes('A12')
  const blows =
    isBlows(told) || anyone(given, ({ trouble, danger }) => trouble === 'blows' || isBlows(danger))
  const hard = hasHardTrigger(told) || anyone(given, ({ danger }) => hasHardTrigger(danger))
  return hard || (blows && (home || level === 'RED'))
}
