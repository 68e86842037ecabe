// The plan of a case as those who work here read it: what is over, what runs, what is to come, and why so.
import { dayOf, type Instant } from '../../../flows/casework/calendar.ts'
import { hourText } from '../../../flows/casework/clock-text.ts'
import { summaryText } from '../../../flows/casework/plan-summary.ts'
import type { HalfTold, PlanTold, RoundTold } from '../../../flows/casework/plan-told.ts'
import type { HowAndWhy } from '../../../flows/casework/revisit-modes.ts'
import type { PlannedRound } from '../../../flows/casework/revisit-plan.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { Mode } from '../../../flows/casework/tables/level.ts'
import { OUTCOMES } from '../../../flows/casework/tables/outcome.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { halvesOf, type RevisitRow, type RoundRow, roundsOf } from './rounds.ts'
import { comingRounds, howNow } from './ways.ts'

/** As it was just made: nothing of it has begun. */
export function toldAsMade(books: Books, planned: readonly PlannedRound[]): PlanTold {
  const rounds = planned.map(({ no, why, sides }): RoundTold => {
    const half = (side: 'A' | 'B') => halfTold(books, side, sides[side].at, sides[side])
    return { no, state: 'planned', why, sides: [half('A'), half('B')], outcome: null }
  })
  return { summary: summaryOf(planned), rounds }
}

/** As it stands; what lost its point is no part of it. */
export async function toldAsItStands(books: Books, c: Case): Promise<PlanTold> {
  const coming = await comingRounds(books, c)
  const hows = await howNow(books, c, coming)
  const rounds: RoundTold[] = []
  for (const row of await roundsOf(books, c, ['planned', 'open', 'done', 'waived'])) {
    const halves = await halvesOf(books, row.id)
    const sides = halves.map((half) =>
      halfTold(books, half.side, half.at, hows.get(half.id) ?? asWritten(half)),
    )
    rounds.push({ no: row.no, state: stateOf(row), why: whyOf(row), sides, outcome: outcomeOf(row) })
  }
  return { summary: summaryOf(coming.map(({ halves }) => bothSides(halves, hows))), rounds }
}

const summaryOf = (plan: readonly Pick<PlannedRound, 'sides'>[]): Said => ({
  zh: summaryText(plan, 'zh'),
  en: summaryText(plan, 'en'),
})

function halfTold(books: Books, side: 'A' | 'B', at: Instant, { mode, why }: HowAndWhy): HalfTold {
  const { calendar } = books.station.rulebook
  return { side, day: dayOf(at, calendar), clock: hourText(at, calendar), mode, why }
}

const NO_REASON: Said = { zh: '', en: '' }
const asWritten = ({ mode }: { mode: Mode }): HowAndWhy => ({ mode, why: NO_REASON })

function bothSides(
  halves: readonly RevisitRow[],
  hows: ReadonlyMap<string, HowAndWhy>,
): Pick<PlannedRound, 'sides'> {
  const of = (side: 'A' | 'B') => {
    const half = halves.find((one) => one.side === side)
    const how = half && hows.get(half.id)
    return { at: half?.at ?? 0, ...(how ?? asWritten({ mode: half?.mode ?? 'chat' })) }
  }
  return { sides: { A: of('A'), B: of('B') } }
}

/** What lost its point is not asked for here. */
const stateOf = ({ state }: RoundRow): RoundTold['state'] => (state === 'superseded' ? 'waived' : state)

const outcomeOf = ({ code }: RoundRow): Said | null => {
  const found = OUTCOMES.find((one) => one.code === code)
  return found ? { zh: found.zh, en: found.en } : null
}

const KINDS: { readonly [kind: string]: Said } = {
  'level-day': { zh: '级别规定', en: 'by its level' },
  irregular: { zh: '不定期回访', en: 'an irregular revisit' },
  extra: { zh: '加访', en: 'an extra revisit' },
}

function whyOf({ why, duties, changedBy }: RoundRow): Said {
  const parts = [
    KINDS[why],
    duties.length > 0
      ? {
          zh: `第${duties.join('、')}项到期的次日`,
          en: `the day after ${duties.length === 1 ? 'duty' : 'duties'} ${duties.join(', ')}`,
        }
      : undefined,
    changedBy === null ? undefined : { zh: '人工改过', en: 'changed by hand' },
  ].flatMap((part) => part ?? [])
  return {
    zh: parts.map(({ zh }) => zh).join('；'),
    en: parts.map(({ en }) => en).join('; '),
  }
}
