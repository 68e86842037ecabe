// A side opened the link that an officer gave it: from now on it can be asked in this chat.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { upsertParty } from './shared/filing.ts'
import { noSuchCase } from './shared/refusal.ts'
import { ownCase } from './shared/told.ts'
import { askPermissions, rethinkWays } from './shared/ways.ts'

export const noteJoined: Handler<'noteJoined'> = async (books, { dispute, side }) => {
  const found = await ownCase(books, dispute)
  if (isRefused(found)) return found
  const { named, c, part } = found
  // The link has bound the address to this side already; nobody joins by saying so.
  if (part !== side || books.actor.address === null) return noSuchCase()
  await upsertParty(books, named, side, { joinedAt: books.now, stoppedAt: null })
  await books.setAddress(books.actor.address, { stopped: false })
  // A side that can be written to now is planned anew, and asked for what its channel wants.
  await rethinkWays(books, named)
  await askPermissions(books, named)
  books.audit('joined', `dispute:${c.row.id}`, { side })
  return { dispute: named.row.id, number: named.row.number }
}
