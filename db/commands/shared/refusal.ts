// What the books answer when they do not do what was asked, in words that blame nobody.
import { and, desc, eq } from 'drizzle-orm'
import { clockText } from '../../../flows/casework/clock-text.ts'
import { stateName } from '../../../flows/casework/life-cycle.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../../books.ts'
import { transitions } from '../../schema/index.ts'
import { type Case, stateOf } from './case.ts'

/** The same bytes whether there is no such case or it is not theirs to see. */
export const noSuchCase = (): Refused =>
  refuse('no-such-case', '没有找到这个案件，请核对编号。', 'No such case was found. Please check the number.')

/** The case changed since the person looked: what happened, when and by whom. */
export async function movedOn(books: Books, c: Case): Promise<Refused> {
  const [last] = await books.tx
    .select()
    .from(transitions)
    .where(and(eq(transitions.stationId, books.station.id), eq(transitions.disputeId, c.row.id)))
    .orderBy(desc(transitions.rev), desc(transitions.step))
    .limit(1)
  const state = stateName(stateOf(c.row))
  const who = last && (await books.person(last.by))?.name
  const at = last?.at ?? c.row.updatedAt
  const { calendar } = books.station.rulebook
  const happened =
    last && (last.to as State) === stateOf(c.row)
      ? {
          zh: `${clockText(at, calendar, 'zh')}${who ? `由${who}` : ''}转为“${state.zh}”`,
          en: `it became "${state.en}"${who ? ` by ${who}` : ''} at ${clockText(at, calendar, 'en')}`,
        }
      : { zh: `现在是“${state.zh}”`, en: `it is now "${state.en}"` }
  return refuse(
    'moved-on',
    `${c.row.number}刚才有了变化：${happened.zh}。请重新打开再办。`,
    `${c.row.number} has moved on: ${happened.en}. Please open it again.`,
  )
}
