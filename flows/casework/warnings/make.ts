// From what a rule finds to the warnings that stand: the same for every rule of this folder.
import type { Instant } from '../calendar.ts'
import type { Rulebook } from '../rulebook.ts'
import { type Moment, momentOf, nextMoment } from './moments.ts'
import type { CaseWatched, Cause, MachineWatched, Rule, StationWatched, To, Warning } from './types.ts'

type Given<Facts> = Pick<Rule<Facts>, 'code' | 'name' | 'to' | 'repeat' | 'urgency'> & {
  causes(facts: Facts, now: Instant, rulebook: Rulebook): Cause[]
}
/** What a rule's facts are about: the name in its slots, and what holds for each of its warnings. */
type Scope = { id: string; number: string | null; village: string | null; urgent: boolean }

function make<Facts>(given: Given<Facts>, scopeOf: (facts: Facts) => Scope): Rule<Facts> {
  const { causes, ...rule } = given
  const { to, repeat } = rule
  const warn = (cause: Cause, scope: Scope, now: Instant, { calendar }: Rulebook): Warning[] => {
    const moment = momentOf(repeat, cause, now, calendar)
    if (!moment) return []
    const urgency = cause.urgency ?? rule.urgency
    return [
      {
        code: rule.code,
        about: cause.about,
        slot: [scope.id, cause.about, slotOf(cause, moment)].filter(Boolean).join(':'),
        ...moment,
        to: cause.to?.(moment.step) ?? rank(to, cause.rank ?? moment.step),
        villages: cause.villages ?? (scope.village === null ? [] : [scope.village]),
        urgency: urgency === 'digest' && scope.urgent ? 'at-once' : urgency,
        reasons: cause.reasons,
        cases: cause.cases ?? (scope.number === null ? [] : [scope.number]),
      },
    ]
  }
  return {
    ...rule,
    rule: (facts, now, rulebook) =>
      causes(facts, now, rulebook).flatMap((cause) => warn(cause, scopeOf(facts), now, rulebook)),
    next(facts, now, rulebook) {
      const all = causes(facts, now, rulebook).flatMap(
        (cause) => nextMoment(repeat, cause, now, rulebook.calendar) ?? [],
      )
      return all.length === 0 ? null : Math.min(...all)
    },
  }
}

const slotOf = ({ slot }: Cause, { step, at }: Moment): string =>
  typeof slot === 'function' ? slot(at) : (slot ?? String(step))

/** The last rank stands for all after it. */
const rank = (to: readonly To[], at: number): To => to[Math.min(at, to.length - 1)] ?? {}

export const ofCase = (given: Given<CaseWatched>): Rule<CaseWatched> =>
  make(given, ({ id, number, village, level }) => ({ id, number, village, urgent: level === 'RED' }))

const STATION: Scope = { id: '', number: null, village: null, urgent: false }
export const ofStation = (given: Given<StationWatched>): Rule<StationWatched> => make(given, () => STATION)
export const ofMachine = (given: Given<MachineWatched>): Rule<MachineWatched> => make(given, () => STATION)
