// The chats of one resident: whoever was joined by a code is the same person in each of them.
import type { Books } from '../../books.ts'
import { type Dispute, officerLed } from './case.ts'

/** Of whoever acts, the one that acts first; none for staff pages and the clock. */
export async function ownAddresses(books: Books): Promise<string[]> {
  const { address } = books.actor
  return address === null ? [] : books.identity.addressesOf(address)
}

/** Where officers lead, only the chat in which it was told counts: whoever got hold of another learns nothing there. */
export const ownOf = (books: Books, row: Dispute, all: readonly string[]): readonly string[] =>
  officerLed(books, row) ? all.slice(0, 1) : all

/** Both belong to one resident. */
export const samePerson = async (books: Books, one: string, other: string): Promise<boolean> =>
  one === other || (await books.identity.addressesOf(one)).includes(other)
