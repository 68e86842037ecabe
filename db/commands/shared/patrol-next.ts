// What a talk about a round goes on with: the next lead from the same village, or the next village.
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { LookoutGiven } from '../../../flows/lookout/commands.ts'
import type { Books } from '../../books.ts'
import { offsetOf, villageName } from './facts-shown.ts'
import { type Ask, asksOf, type Patrol } from './patrol-book.ts'

type Lookout = Omit<Opened, 'given'> & { given: LookoutGiven }

export function lookoutFor(books: Books, patrol: Patrol, ask: Ask, more: boolean): Lookout {
  const given: LookoutGiven = {
    ask: ask.id,
    villageName: villageName(books, ask.village) ?? ask.village,
    more,
    visits: patrol.method === 'visit',
    offset: offsetOf(books),
  }
  return { flow: 'lookout', id: books.newId(), given }
}

/** Of the same person and round, a village that nobody has heard of yet. */
export async function nextOf(books: Books, patrol: Patrol, after: Ask): Promise<Opened | null> {
  const open = (await asksOf(books, [patrol.id])).find(
    ({ id, personId, answer }) => personId === after.personId && answer === null && id !== after.id,
  )
  return open ? lookoutFor(books, patrol, open, false) : null
}
