// Binding an address to somebody who works here, and undoing it.
import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import { lookAgain } from './books/identity.ts'
import { inBooks } from './books/make.ts'
import { member } from './books/people.ts'
import type { Books, Person, Tx } from './books.ts'
import { bindStaff } from './commands/shared/bind.ts'
import { handOn } from './commands/shared/leaver.ts'
import { actorAt } from './perform.ts'
import { addresses, buttons, codes, outbox, people } from './schema/index.ts'
import { find, nameOf, seen } from './seen.ts'
import type { Desk } from './store.ts'

type Binding = Pick<Desk, 'signIn' | 'whoIs' | 'signOut'>

export function bindingOf(base: Base): Binding {
  return {
    async signIn(code, at, now) {
      const { held } = await seen(base, at, undefined, now)
      const person = await inBooks(base, acting(base, held.address, now), (books) =>
        signIn(books, held.address, code),
      )
      base.seen.delete(nameOf(at))
      return person ? told(person) : null
    },
    async whoIs(at) {
      const staff = (await find(base, at))?.held.staff
      const person = staff ? await member(base, base.database.orm, staff) : null
      return person ? told(person) : null
    },
    async signOut(at, now) {
      const known = await find(base, at)
      if (!known) return
      await inBooks(base, acting(base, known.held.address, now), async (books) => {
        if (!books.actor.person) return
        await unbind(base, books.tx, [known.held.address])
        books.audit('sign-out', `person:${books.actor.person.id}`, { address: known.held.address })
      })
      base.seen.delete(nameOf(at))
    },
  }
}

const told = ({ id, name, roles }: Person) => ({ person: id, name, roles: [...roles] })
const acting = (base: Base, address: string, now: Instant) => ({
  now,
  actor: (tx: Tx) => actorAt(base, tx, address),
})

async function signIn(books: Books, address: string, code: string): Promise<Person | null> {
  const person = await books.identity.tryCode(code, async (what) =>
    'person' in what ? bindStaff(books, address, what.person) : null,
  )
  if (!person) books.audit('sign-in-refused', `address:${address}`)
  return person
}

/** Off-boarding: authority, addresses, codes and buttons end at once, and nothing more is sent. Null when unknown. */
export async function revoke(base: Base, books: Books, id: string): Promise<boolean> {
  const { tx, now } = books
  const person = await member(base, tx, id)
  if (!person) return false
  await tx
    .update(people)
    .set({ revokedAt: now })
    .where(and(eq(people.stationId, base.station), eq(people.id, id)))
  const bound = await tx
    .select({ id: addresses.id })
    .from(addresses)
    .where(and(eq(addresses.stationId, base.station), eq(addresses.personId, id)))
  await unbind(
    base,
    tx,
    bound.map((address) => address.id),
  )
  await tx
    .update(buttons)
    .set({ expiresAt: now })
    .where(and(eq(buttons.stationId, base.station), eq(buttons.personId, id)))
  await tx
    .update(codes)
    .set({ expiresAt: now })
    .where(and(eq(codes.stationId, base.station), eq(codes.personId, id)))
  books.audit('revoke', `person:${id}`, { addresses: bound.length })
  await handOn(books, id)
  return true
}

async function unbind(base: Base, tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(addresses)
    .set({ personId: null })
    .where(and(eq(addresses.stationId, base.station), inArray(addresses.id, ids)))
  await tx
    .update(outbox)
    .set({ state: 'dead', reason: 'unbound' })
    .where(
      and(
        eq(outbox.stationId, base.station),
        inArray(outbox.addressId, ids),
        inArray(outbox.state, ['ready', 'sending', 'waiting']),
      ),
    )
  await lookAgain(base, tx, ids)
}
