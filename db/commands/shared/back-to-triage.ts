// A case that has come back: it waits for its first contact again where there was none, and is shown to who screens it.
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { announce } from './new-case.ts'
import { awaitContact, awaitReview } from './waiting.ts'

export async function backToTriage(books: Books, c: Case): Promise<void> {
  if (c.row.contactedAt === null) await awaitContact(books, c)
  await awaitReview(books, c)
  await announce(books, c)
}
