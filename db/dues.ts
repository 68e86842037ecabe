// What is due: claimed by one process at a time, done once.
import { and, eq } from 'drizzle-orm'
import { HEAR, joined, partsIn } from './album.ts'
import type { Base } from './base.ts'
import { inBooks, SYSTEM } from './books/make.ts'
import type { OpenEvent } from './books.ts'
import type { Row } from './database/database.ts'
import { BooksError } from './errors.ts'
import { CLAIM_DUES, NEXT } from './hot.ts'
import { disputes, due } from './schema/index.ts'
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
        const one = dueOf(base, row)
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
        if (!row) return
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

/** Null when the address it was for has been erased. */
function dueOf(base: Base, row: Row): Due | null {
  const id = String(row.id)
  const at = Number(row.at)
  if (row.kind !== 'open' && row.kind !== HEAR) return { id, at, kind: 'act' }
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
