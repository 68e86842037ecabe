// Those who are named for a case and work here no more.
import type { Books } from '../../books.ts'
import type { Case, Change } from './case.ts'

/** Whoever has left since this case ended does not answer for it when it is opened again. */
export async function withoutLeavers(books: Books, { row }: Case): Promise<Change> {
  const gone = async (id: string | null) => id !== null && (await books.person(id)) === null
  return {
    ...((await gone(row.officerId)) ? { officerId: null } : {}),
    ...((await gone(row.leaderId)) ? { leaderId: null } : {}),
  }
}
