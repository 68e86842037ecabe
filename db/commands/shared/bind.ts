// An address speaks for somebody who works here from now on; others hear of it, so that nobody takes a place unseen.
import type { Role } from '../../../flows/casework/roles.ts'
import type { Books, Person } from '../../books.ts'
import { offsetOf } from './facts-shown.ts'

/** Null when the person, or the address, is no longer there. */
export async function bindStaff(books: Books, address: string, id: string): Promise<Person | null> {
  const person = await books.person(id)
  const channel = person && (await books.identity.bind(address, id))
  if (!person || channel === null) return null
  books.audit('sign-in', `person:${id}`, { address, channel })
  await announce(books, person, address, channel)
  return person
}

/** Asked in this order until somebody was told: whoever heads the station, else its leaders. */
const ABOVE: readonly Role[] = ['chief', 'leader']

/** To those above, and to the person's own other chats, where a stranger's binding would be noticed. */
async function announce(books: Books, person: Person, address: string, channel: string): Promise<void> {
  const bound = { kind: 'bound' as const, offset: offsetOf(books), channel }
  await books.tellPerson(person.id, { ...bound, name: null }, { except: address })
  for (const role of ABOVE) {
    let told = 0
    for (const { id } of await books.people({ roles: [role], active: true }))
      if (id !== person.id) told += await books.tellPerson(id, { ...bound, name: person.name })
    if (told > 0) return
  }
}
