// The outbox: who may be sent what now, and what came of it.
import { and, asc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Instant } from '../flows/core/event.ts'
import type { Address } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import { inBooks, SYSTEM } from './books/make.ts'
import type { Pen } from './books/pen.ts'
import type { Books } from './books.ts'
import { BooksError } from './errors.ts'
import { gather } from './gather.ts'
import { CLAIM_PARCELS, DELIVERED } from './hot.ts'
import { call } from './keep.ts'
import { follow } from './moved.ts'
import { parcelOf, rowOf } from './parcels.ts'
import { addresses, conversations, dataKeys, outbox } from './schema/index.ts'
import { lookupOf } from './seen.ts'
import type { Outbox, Parcel } from './store.ts'
import { giveUp } from './undelivered.ts'

/** A send whose result is unknown is repeated so often, ever more rarely, and then given up. */
const MOST_UNKNOWN = 12
const restOf = (attempts: number): number => Math.min(1_000 * 2 ** attempts, 300_000)
/** The reason of a parcel whose receiver moved. */
const MOVED = 'moved'

type Done = { address: string; seq: number; now: Instant; ref: string | null }

export function outboxOf(base: Base): Outbox {
  const { orm } = base.database
  const isRow = (address: string, seq: number) =>
    and(eq(outbox.stationId, base.station), eq(outbox.addressId, address), eq(outbox.seq, seq))
  const isOpen = inArray(outbox.state, ['ready', 'sending'])

  const markDelivered = gather<Done, undefined>(
    async (batch) => {
      await delivered(base, batch)
      return batch.map(() => undefined)
    },
    { most: 256 },
  )
  /** Runs on the row if it is still open, locked. */
  const ending = (
    id: string,
    now: Instant,
    work: (books: Books, row: typeof outbox.$inferSelect, pen: Pen) => Promise<void>,
  ) =>
    inBooks(base, { now, actor: async () => SYSTEM }, async (books, pen) => {
      const { address, seq } = rowOf(id)
      const [row] = await books.tx
        .select()
        .from(outbox)
        .where(and(isRow(address, seq), isOpen))
        .for('update')
      if (row) await work(books, row, pen)
    })
  const unknown = (id: string, why: string, now: Instant) =>
    ending(id, now, async (books, row, pen) => {
      if (row.class === 'once') return giveUp(base, books, pen, row, 'unknown', why)
      if (row.attempts >= MOST_UNKNOWN) return giveUp(base, books, pen, row, 'dead', why)
      const runAt = now + restOf(row.attempts)
      await books.tx
        .update(outbox)
        .set({ state: 'ready', runAt, reason: why.slice(0, 80) })
        .where(isRow(row.addressId, row.seq))
    })

  return {
    async claim(now, limit, lease) {
      const rows = await base.database.run(CLAIM_PARCELS, [base.station, now, limit, lease])
      const parcels: Parcel[] = []
      for (const row of rows) {
        const parcel = parcelOf(base, row)
        if (parcel && row.state === 'ready') parcels.push(parcel)
        // Under way when its process ended: it may have arrived.
        else if (parcel) await unknown(parcel.id, 'interrupted', now)
      }
      return parcels
    },
    async sending(id) {
      const { address, seq } = rowOf(id)
      const mine = await orm
        .update(outbox)
        .set({ state: 'sending' })
        .where(and(isRow(address, seq), eq(outbox.state, 'ready')))
        .returning({ seq: outbox.seq })
      // The lease ran out and another process has it, or its receiver was erased.
      if (mine.length === 0) throw new BooksError('not-ready')
    },
    async delivered(id, now, ref) {
      await markDelivered({ ...rowOf(id), now, ref: ref ?? null })
    },
    async moved(id, to, now) {
      await ending(id, now, async (books, row, pen) => {
        // One that is sent from place to place comes to rest, and is tried ever more rarely.
        const again = row.reason === MOVED
        if (again && row.attempts >= MOST_UNKNOWN) return giveUp(base, books, pen, row, 'dead', MOVED)
        await books.tx
          .update(outbox)
          .set({
            state: 'ready',
            reason: MOVED,
            ...(again
              ? { runAt: now + restOf(row.attempts) }
              : { runAt: 0, attempts: Math.max(row.attempts - 1, 0) }),
          })
          .where(isRow(row.addressId, row.seq))
        await follow(base, books, pen, row.addressId, to)
      })
    },
    async waiting(id) {
      const { address, seq } = rowOf(id)
      await orm
        .update(outbox)
        .set({ state: 'waiting' })
        .where(and(isRow(address, seq), isOpen))
    },
    async retry(id, at, why) {
      const { address, seq } = rowOf(id)
      await orm
        .update(outbox)
        .set({ state: 'ready', runAt: at, reason: why.slice(0, 80) })
        .where(and(isRow(address, seq), isOpen))
    },
    dead: (id, why, now) => ending(id, now, (books, row, pen) => giveUp(base, books, pen, row, 'dead', why)),
    unknown,
    since: (to, seq, limit) => since(base, to, seq, limit),
    async acknowledged(to, seq, now) {
      const rows = await orm
        .select({ address: outbox.addressId, seq: outbox.seq })
        .from(outbox)
        .innerJoin(addresses, isAddress(base, to))
        .where(
          and(
            eq(outbox.stationId, base.station),
            eq(outbox.addressId, addresses.id),
            lte(outbox.seq, seq),
            inArray(outbox.state, ['ready', 'sending', 'waiting', 'unknown']),
          ),
        )
      await Promise.all(rows.map((row) => markDelivered({ ...row, now, ref: null })))
    },
  }
}

async function delivered(base: Base, batch: Done[]): Promise<void> {
  const [row] = await base.database.run(DELIVERED, [
    base.station,
    batch.map(({ address }) => address),
    batch.map(({ seq }) => seq),
    Math.max(...batch.map(({ now }) => now)),
    call(base),
    batch.map(({ ref }) => ref),
  ])
  if (Number(row?.posted) > 0) base.posted()
}

const isAddress = (base: Base, to: Address) =>
  and(
    eq(addresses.stationId, base.station),
    eq(addresses.channel, to.channel),
    eq(addresses.lookup, lookupOf(base, to)),
  )

async function since(base: Base, to: Address, seq: number, limit: number): Promise<Parcel[]> {
  const rows = await base.database.orm
    .select({
      address_id: outbox.addressId,
      seq: outbox.seq,
      id: outbox.id,
      at: outbox.at,
      class: outbox.class,
      attempts: outbox.attempts,
      content: outbox.content,
      channel: addresses.channel,
      channel_id: addresses.channelId,
      key_id: addresses.keyId,
      wrapped: dataKeys.wrapped,
      wrapped_by: dataKeys.wrappedBy,
      locale: conversations.locale,
      // Threads are for groups, and nobody fetches for a group.
      thread: sql<string | null>`null`,
    })
    .from(outbox)
    .innerJoin(addresses, isAddress(base, to))
    .innerJoin(
      conversations,
      and(eq(conversations.stationId, base.station), eq(conversations.addressId, addresses.id)),
    )
    .innerJoin(dataKeys, and(eq(dataKeys.stationId, base.station), eq(dataKeys.id, addresses.keyId)))
    .where(
      and(
        eq(outbox.stationId, base.station),
        eq(outbox.addressId, sql`${addresses.id}`),
        gt(outbox.seq, seq),
        ne(outbox.state, 'dead'),
      ),
    )
    .orderBy(asc(outbox.seq))
    .limit(limit)
  const parcels = rows.flatMap((row) => parcelOf(base, row) ?? [])
  // A page shows a card as it was: nothing that only changes one, and never fewer than there are.
  const shown = parcels.filter(({ content }) => !('notice' in content && content.revises))
  const last = rows.at(-1)
  if (!last || rows.length < limit || shown.length === parcels.length) return shown
  return [...shown, ...(await since(base, to, last.seq, limit - shown.length))]
}
