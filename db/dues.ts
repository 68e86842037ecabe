// What is due: claimed by one process at a time, done once.
import { and, eq } from 'drizzle-orm'
import { HEAR, joined, partsIn } from './album.ts'
import type { Base } from './base.ts'
import { inBooks, SYSTEM } from './books/make.ts'
import type { OpenEvent, Tx } from './books.ts'
import type { Row } from './database/database.ts'
import { BooksError } from './errors.ts'
import { CLAIM_DUES, NEXT } from './hot.ts'
import { inboundName } from './keep.ts'
import { addresses, disputes, due, heard } from './schema/index.ts'
import { fromOf } from './seen.ts'
import type { Due, Dues } from './store.ts'

export function duesOf(base: Base): Dues {
  const isOpen = (id: string) => and(eq(due.stationId, base.station), eq(due.id, id), eq(due.state, 'open'))
  const done = async (id: string) => {
    await base.database.orm.update(due).set({ state: 'done' }).where(isOpen(id))
  }
  return {
    async claim(now, limit, lease) {
      const rows = await base.database.run(CLAIM_DUES, [base.station, now, limit, lease])
      const dues: Due[] = []
      for (const row of rows) {
        const one = dueOf(base, row, now)
        if (one) dues.push(one)
        else await done(String(row.id))
      }
      return dues
    },
    async act(id, now) {
      await inBooks(base, { now, actor: async () => SYSTEM }, async (books) => {
        // The case before the row, in the order of every command: the other way round the two could wait for each other.
        const [about] = await books.tx.select({ dispute: due.disputeId }).from(due).where(isOpen(id))
        if (about?.dispute)
          await books.tx
            .select({ id: disputes.id })
            .from(disputes)
            .where(and(eq(disputes.stationId, base.station), eq(disputes.id, about.dispute)))
            .for('update')
        // Ended first: the act may schedule its own key again.
        const [row] = await books.tx
          .update(due)
          .set({ state: 'done', endedAt: now })
          .where(isOpen(id))
          .returning()
        if (!row || (await hasBegun(base, books.tx, row))) return
        const handler = Object.hasOwn(base.acts, row.kind) ? base.acts[row.kind] : undefined
        if (!handler) throw new BooksError('no-such-act', row.kind)
        await handler(books, { key: row.key, at: row.at, payload: row.payload })
      })
    },
    done,
    async next() {
      const [row] = await base.database.run(NEXT, [base.station])
      return row?.at === null || row?.at === undefined ? null : Number(row.at)
    },
  }
}

/**
 * A question of our own accord that was to begin at a moment for it, and did not because nobody swept: whether this is
 * one still is looked at anew.
 */
const isByDay = (key: string): boolean => key.startsWith('ask:')
const IN_TIME = 5 * 60_000

/** Null when the address it was for has been erased. */
function dueOf(base: Base, row: Row, now: number): Due | null {
  const id = String(row.id)
  const at = Number(row.at)
  const isLate = row.kind === 'open' && isByDay(String(row.key)) && now - at > IN_TIME
  if (isLate || (row.kind !== 'open' && row.kind !== HEAR)) return { id, at, kind: 'act' }
  if (row.key_id === null) return null
  const to = fromOf(base, row, 'address_id')
  const vault = base.ring.known({
    id: String(row.key_id),
    wrapped: row.wrapped as string | null,
    wrappedBy: Number(row.wrapped_by),
  })
  const event = vault.open('due.event', id, row.event as string)
  if (!to || event === null) return null
  if (row.kind === HEAR) return { id, at, kind: 'hear', to, event: joined(partsIn(event)) }
  return { id, at, kind: 'open', to, event: JSON.parse(event) as OpenEvent }
}

/** The conversation of an `open` row was heard by its own door, and only the row was not ended: a process died between the two. */
async function hasBegun(
  base: Base,
  tx: Tx,
  { kind, id, addressId }: typeof due.$inferSelect,
): Promise<boolean> {
  if (kind !== 'open' || addressId === null) return false
  const [address] = await tx
    .select({ channel: addresses.channel })
    .from(addresses)
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, addressId)))
  if (!address) return true
  const inbound = inboundName(base, { id: `due:${id}`, from: { channel: address.channel, id: '' } })
  const [row] = await tx
    .select({ inbound: heard.inbound })
    .from(heard)
    .where(and(eq(heard.stationId, base.station), eq(heard.addressId, addressId), eq(heard.inbound, inbound)))
  return row !== undefined
}
