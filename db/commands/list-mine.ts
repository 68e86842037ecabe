// The open cases of whoever asks, as the staff page has them: the gravest first, and of these what is due soonest.
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Handler } from '../books.ts'
import { caseLines } from '../queries/lines.ts'
import { offsetOf } from './shared/facts-shown.ts'
import { noSuchCase } from './shared/refusal.ts'

const MOST = 20

export const listMine: Handler<'listMine'> = async (books) => {
  if (!books.actor.person) return noSuchCase()
  const cases = (await caseLines(books))
    .filter(({ mine, state }) => mine && isOpen(state as State))
    .slice(0, MOST)
    .map(({ number, level, stateName, due, overdue }) => ({ number, level, state: stateName, due, overdue }))
  return { cases, offset: offsetOf(books) }
}
