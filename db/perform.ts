// Doing what a conversation asks, with the authority of whoever is bound to its address at this moment.
import { and, eq } from 'drizzle-orm'
import { isRefused } from '../flows/casework/refusal.ts'
import type { Commands } from '../flows/commands.ts'
import type { Asked } from '../flows/core/command.ts'
import type { Json } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import { member } from './books/people.ts'
import type { Actor, Books, Handler, Tx } from './books.ts'
import { noSuchCase } from './commands/shared/refusal.ts'
import { BooksError } from './errors.ts'
import { addresses } from './schema/index.ts'

/** Who acts from an address. */
export async function actorAt(base: Base, tx: Tx, address: string): Promise<Actor> {
  const [row] = await tx
    .select({ personId: addresses.personId, group: addresses.isGroup })
    .from(addresses)
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, address)))
  const person = row?.personId ? await member(base, tx, row.personId) : null
  return { address, person, id: person?.id ?? address, ...(row?.group ? { group: true } : {}) }
}

/**
 * Every refusal to somebody without the authority is written to the audit, and so is every press that had no effect.
 * Nobody speaks from a group.
 */
export async function perform(base: Base, books: Books, { of, name, command }: Asked): Promise<Json> {
  if (!Object.hasOwn(base.handlers, command.do)) throw new BooksError('no-such-command', command.do)
  const handler = base.handlers[command.do as Commands['do']] as Handler<any>
  const result = books.actor.group
    ? noSuchCase()
    : ((await handler(books, command.with, { of, name })) as Json)
  const press = command.do === 'press'
  if (isRefused(result) && (press || NO_AUTHORITY.includes(result.refused))) {
    const facts = { command: command.do, reason: result.refused }
    books.audit(press ? 'press-refused' : 'refused', `address:${books.actor.address}`, facts)
  }
  return result
}

const NO_AUTHORITY: readonly string[] = [
  'no-such-case',
  'not-yours',
  'not-by-hand',
  'wrong-code',
  'no-code-here',
]
