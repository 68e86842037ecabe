// Begun on a case whose rounds are planned: to look at the plan, and to change it.
import { dateText } from '../../../flows/casework/clock-text.ts'
import { actsAs, type Role } from '../../../flows/casework/roles.ts'
import type { Locale } from '../../../flows/casework/said.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { PlanChange, PlanGiven } from '../../../flows/plan/commands.ts'
import type { Books } from '../../books.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { FOLLOWED } from '../../commands/shared/plan-rounds.ts'
import { type RoundRow, roundsOf } from '../../commands/shared/rounds.ts'
import { toldAsItStands } from '../../commands/shared/tell-plan.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf } from './choices.ts'

export const plan: CaseFlow = {
  name: { zh: '回访计划', en: 'plan revisits' },
  role: 'mediator',
  fits: inStates(...FOLLOWED),
  async given(books, c, roles): Promise<PlanGiven> {
    const locale = await localeOf(books)
    const waivable = await roundsOf(books, c, ['planned', 'open'])
    const movable = waivable.filter(({ state }) => state === 'planned')
    return {
      ...caseGiven(books, c.row),
      plan: await toldAsItStands(books, c),
      changes: changesFor(roles, movable.length, waivable.length),
      movable: movable.map((row) => asChoice(books, row, locale)),
      waivable: waivable.map((row) => asChoice(books, row, locale)),
    }
  },
}

/** The days are the officer's to choose, and what is left out the leader's. */
function changesFor(roles: readonly Role[], movable: number, waivable: number): PlanChange[] {
  const acting = actsAs(roles)
  const changes: PlanChange[] = ['keep']
  if (acting.includes('officer')) changes.push('add', ...(movable > 0 ? ['move' as const] : []))
  if (acting.includes('leader'))
    changes.push(...(waivable > 0 ? ['waive' as const] : []), ...(movable > 1 ? ['cut' as const] : []))
  return changes
}

function asChoice(books: Books, { id, no, at }: RoundRow, locale: Locale): Choice {
  const day = dateText(at, books.station.rulebook.calendar, locale)
  return { id, label: locale === 'en' ? `round ${no} | ${day}` : `第${no}次｜${day}` }
}
