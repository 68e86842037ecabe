// Everything that was planned is done, and a leader may close the case: said again every week until somebody does.
import { addDays } from '../../flows/casework/calendar.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { lastOfAll } from '../commands/shared/closing.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { noteWarning, warnedAt } from './warned.ts'

const CODE = 'may-close'
const EVERY_DAYS = 7

/** The last round, where the leader should hear now that the case may be closed. */
export async function closableSince(books: Books, c: Case): Promise<string | null> {
  const last = await lastOfAll(books, c)
  if (!last || last.endedAt === null) return null
  // Whoever judged the last round has told the leader then.
  const [told = last.endedAt] = await warnedAt(books, c, CODE, last.id)
  return addDays(told, EVERY_DAYS) <= books.now ? last.id : null
}

export async function tellMayClose(books: Books, c: Case, round: string): Promise<void> {
  await noteWarning(books, c, CODE, round)
  await tellStaff(books, c, { people: [c.row.leaderId] }, (about) => ({ kind: 'mayClose', ...about }), [
    'close',
  ])
}
