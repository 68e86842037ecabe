// A side opened the link that an officer gave it: from now on it can be asked in this chat.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Books, Handler, ResultOf } from '../books.ts'
import type { Case } from './shared/case.ts'
import { upsertParty } from './shared/filing.ts'
import { noSuchCase } from './shared/refusal.ts'
import { ownCase } from './shared/told.ts'
import { askPermissions, rethinkWays } from './shared/ways.ts'

type Joined = ResultOf<'noteJoined'>

export const noteJoined: Handler<'noteJoined'> = async (books, { dispute, side }) => {
  const found = await ownCase(books, dispute)
  if (isRefused(found)) return found
  const { named, c, part } = found
  if (side === null) return asReporter(books, named)
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

/** The code has made them the reporter already; they are here, and may be written to. */
async function asReporter(books: Books, named: Case): Promise<Joined> {
  const { address } = books.actor
  if (address === null || named.row.reporterAddress !== address) return noSuchCase()
  await books.setAddress(address, { stopped: false })
  books.audit('joined', `dispute:${named.row.id}`, { side: null })
  return { dispute: named.row.id, number: named.row.number }
}
