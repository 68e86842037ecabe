// What each outcome of a revisit asks for: data that flows and books carry out (domain 6.3).
import { reach } from './attempts.ts'
import type { Half } from './keeping.ts'
import { higher, oneUp, rank } from './level.ts'
import { isEmergency } from './revisit-danger.ts'
import { type RoundGiven, SIDES, type SideName } from './round.ts'
import type { Rulebook } from './rulebook.ts'
import type { Band } from './surface.ts'
import type { Level, Mode } from './tables/level.ts'
import type { OutcomeCode } from './tables/outcome.ts'
import { isOfficerLed } from './taxonomy.ts'

/** What is to be done. Data only: flows and books carry it out. */
export type Consequence =
  | { kind: 'next-round' }
  /** The leader may close the case, if the other conditions hold. */
  | { kind: 'closable' }
  | { kind: 'extra-round'; days: number; mode: Mode }
  | { kind: 'visit'; days: number; with: 'cadre-or-elder' | 'officer' }
  /** A written supplement or a reminder, and a revisit at the new date. */
  | { kind: 'supplement'; half: Half[] }
  /** Urged the same day; with `remedies` the ways to court, inspection or penalty are explained. */
  | { kind: 'breached'; to: 'BREACHED'; remedies: boolean }
  /** By another mediator. */
  | { kind: 'voluntariness-review' }
  /** At least this level; books grade again with the new facts (`reopenedLevel`). */
  | { kind: 'reopened'; to: 'REOPENED'; level: Level }
  /** The case is reopened and the emergency opened at once. */
  | { kind: 'emergency'; to: 'EMERGENCY'; level: Level }
  | { kind: 'ask-again'; who: SideName[] }
  /** An officer asks the village cadre how the two households get on. */
  | { kind: 'third-party-check' }

const EXTRA_DAYS = 7
const VISIT_DAYS = 3

/** `asked` is the band of the surface score and the sums half paid, as judge() found them. */
export function consequenceOf(
  code: OutcomeCode,
  given: RoundGiven,
  asked: { band: Band; half: Half[] },
  rulebook: Rulebook,
): Consequence {
  const { level, category, codes, last } = given
  const goOn: Consequence = last ? { kind: 'closable' } : { kind: 'next-round' }
  switch (code) {
    case 'R-NEWRISK': {
      const raised = higher(oneUp(level), 'ORANGE')
      return isEmergency(given)
        ? { kind: 'emergency', to: 'EMERGENCY', level: 'RED' }
        : { kind: 'reopened', to: 'REOPENED', level: raised }
    }
    case 'R-RECUR':
      return { kind: 'reopened', to: 'REOPENED', level: oneUp(level) }
    case 'R-REFUSE':
      return { kind: 'breached', to: 'BREACHED', remedies: true }
    case 'R-OVERDUE':
      return { kind: 'breached', to: 'BREACHED', remedies: false }
    case 'R-UNFAIR':
      return { kind: 'voluntariness-review' }
    case 'R-SURFACE':
      return asked.band === 'reopen'
        ? { kind: 'reopened', to: 'REOPENED', level: oneUp(level) }
        : {
            kind: 'visit',
            days: VISIT_DAYS,
            with: isOfficerLed(category, codes) ? 'officer' : 'cadre-or-elder',
          }
    case 'R-PARTIAL':
      return { kind: 'supplement', half: asked.half }
    case 'R-WATCH': {
      const mode = isOfficerLed(category, codes) || rank(level) > rank('BLUE') ? 'call' : 'chat'
      return { kind: 'extra-round', days: EXTRA_DAYS, mode }
    }
    case 'R-UNREACH':
      return unreached(given, goOn, rulebook)
    case 'R-DECLINE':
      return checked(given, goOn)
    case 'R-OK':
      return goOn
  }
}

function unreached(given: RoundGiven, goOn: Consequence, { calendar }: Rulebook): Consequence {
  const { round, attempts } = given
  const missing = SIDES.filter((who) => round[who].kind === 'unavailable')
  const again = missing.filter((who) => reach(attempts?.[who] ?? [], calendar) === 'try-again')
  if (again.length > 0) return { kind: 'ask-again', who: again }
  if (missing.some((who) => reach(attempts?.[who] ?? [], calendar) === 'visit'))
    return { kind: 'visit', days: VISIT_DAYS, with: 'officer' }
  return checked(given, goOn)
}

/** From ORANGE on the village is asked about who could not be; once it has answered for this round it goes on. */
const checked = ({ level, round }: RoundGiven, goOn: Consequence): Consequence =>
  rank(level) >= rank('ORANGE') && round.third === null ? { kind: 'third-party-check' } : goOn
