// What a colleague enters for somebody: theirs to write down to the end of the talk, and never theirs to be told of.
import type { Books } from '../../books.ts'
import { type Case, lockCase, lockMerged } from './case.ts'
import type { Own } from './told.ts'

/** In the very talk that made it, and as long as whoever told it has not come to chat. */
export const entersIt = (books: Books, { row }: Case, talk: string): boolean =>
  books.actor.person !== null && row.reporterAddress === null && row.conversationId === talk

export async function entered(books: Books, dispute: string, talk: string): Promise<Own | null> {
  const named = await lockCase(books, dispute)
  if (!named || !entersIt(books, named, talk)) return null
  return { named, c: await lockMerged(books, named), part: 'reporter' }
}
