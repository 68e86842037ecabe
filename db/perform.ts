// Doing what a conversation asks, with the authority of whoever is bound to its address at this moment.
import { and, eq } from 'drizzle-orm'
import type { Commands } from '../flows/commands.ts'
import type { Asked } from '../flows/core/command.ts'
import type { Json } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import { member } from './books/people.ts'
import type { Actor, Books, Handler, Tx } from './books.ts'
import { BooksError } from './errors.ts'
import { addresses } from './schema/index.ts'

/** Who acts from an address. */
export async function actorAt(base: Base, tx: Tx, address: string): Promise<Actor> {
  const [row] = await tx
    .select({ personId: addresses.personId })
    .from(addresses)
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, address)))
  const person = row?.personId ? await member(base, tx, row.personId) : null
  return { address, person, id: person?.id ?? address }
}

export async function perform(base: Base, books: Books, { of, name, command }: Asked): Promise<Json> {
  if (!Object.hasOwn(base.handlers, command.do)) throw new BooksError('no-such-command', command.do)
  const handler = base.handlers[command.do as Commands['do']] as Handler<any>
  return (await handler(books, command.with, { of, name })) as Json
}
