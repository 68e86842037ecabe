// In which chats one side may be asked, and which of them can be written to.
import type { Side } from '../../../flows/case.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from './case.ts'
import { samePerson } from './own-addresses.ts'
import { partiesOf } from './resident.ts'

/**
 * The chat that this side joined with, then the other chats of the same resident in a fixed order. None where a person asks:
 * where officers lead, where somebody is at risk or asked to be left alone, and where both sides use one account, for there
 * what one of them says the other reads.
 */
export async function chatsOf(books: Books, c: Case, side: Side): Promise<string[]> {
  if (officerLed(books, c.row)) return []
  const sides = await partiesOf(books, c.row.id)
  const party = sides.find((one) => one.side === side)
  const other = sides.find((one) => one.side !== side)
  if (!party?.addressId || party.stoppedAt !== null || party.atRisk) return []
  if (other?.addressId && (await samePerson(books, party.addressId, other.addressId))) return []
  return books.identity.addressesOf(party.addressId)
}

/** Nothing is known that keeps a message from arriving there. What a chat of theirs is at work is not theirs alone. */
export async function isOpenTo(books: Books, id: string, joined: boolean): Promise<boolean> {
  const address = await books.address(id)
  if (!address || address.stopped || address.atRisk || address.unreachableSince !== null) return false
  return joined || address.person === null
}

/** A chat is theirs and they did not ask to be left alone, and yet nothing can be sent there. */
export async function isShutOut(books: Books, c: Case, side: Side): Promise<boolean> {
  for (const id of await chatsOf(books, c, side))
    if ((await books.address(id))?.stopped === false) return true
  return false
}
