// People that a record names: each of them has to work here.
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Books } from '../../books.ts'

export async function unknownPerson(books: Books, ids: readonly string[]): Promise<Refused | null> {
  const here = new Set((await books.people()).map(({ id }) => id))
  return ids.every((id) => here.has(id))
    ? null
    : refuse('wrong-person', '名单里没有这个人。', 'Somebody named here is not on the list.')
}
