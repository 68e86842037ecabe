// From a chat that brought nothing to the next way of asking: another chat of the same person, then a call by the officer.
import { UNHEARD, type Unheard } from '../../../flows/casework/unheard.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { askInChat } from './ask-side.ts'
import type { Case } from './case.ts'
import { giveToOfficer } from './officer-task.ts'
import { withChatTry } from './question-sent.ts'
import { type RevisitRow, setRevisit } from './rounds.ts'
import { forget } from './waiting.ts'

/** `arrived` says whether what the platform took at a time can still be held to have arrived. True: an officer asks now. */
export async function nextRung(
  books: Books,
  c: Case,
  half: RevisitRow,
  why: Unheard,
  arrived?: (at: Instant) => boolean,
): Promise<boolean> {
  const attempts = await withChatTry(books, half, arrived)
  await books.cancel(`ask:${c.row.id}:${half.id}`)
  await forget(books, c, 'unanswered', half.id)
  const row = await setRevisit(books, half, { attempts })
  books.audit('revisit-unheard', `dispute:${c.row.id}`, { revisit: half.id, side: half.side, why })
  if (row.addressId !== null && (await askInChat(books, c, row, row.addressId))) return false
  await giveToOfficer(books, c, [row], 'call', UNHEARD[why])
  return true
}
