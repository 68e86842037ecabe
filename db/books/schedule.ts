// Scheduling what must happen, moving it, cancelling it.
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Base } from '../base.ts'
import type { Books, OpenEvent, Tx } from '../books.ts'
import { storable } from '../clean.ts'
import { BooksError } from '../errors.ts'
import { due } from '../schema/index.ts'
import type { Pen } from './pen.ts'
import { addressVault } from './post.ts'

type Row = {
  id: string
  key: string
  kind: string
  at: Instant
  priority: number
  payload: Json
  disputeId: string | null
  addressId: string | null
  event: string | null
}

const upsert = (base: Base, tx: Tx, now: number, row: Row) => {
  const fields = { ...row, runAt: row.at, attempts: 0 }
  return tx
    .insert(due)
    .values({ stationId: base.station, ...fields, createdAt: now })
    .onConflictDoUpdate({
      target: [due.stationId, due.key],
      targetWhere: sql`state = 'open'`,
      set: fields,
    })
}

export function scheduling(base: Base, tx: Tx, pen: Pen, now: number): Books['schedule'] {
  return async ({ key, kind, at, payload = null, priority = 0, dispute = null }) => {
    if (kind === 'open' || !Object.hasOwn(base.acts, kind)) throw new BooksError('no-such-act', kind)
    const row = { id: randomUUID(), key, kind, at, priority, payload, disputeId: dispute }
    await upsert(base, tx, now, { ...row, addressId: null, event: null })
    pen.due = true
  }
}

export function opening(base: Base, tx: Tx, pen: Pen, now: number): Books['open'] {
  return async ({ key, address, flow, id: conversation, given, at, priority = 0, dispute = null }) => {
    const vault = await addressVault(base, tx, address)
    if (!vault) return
    const id = randomUUID()
    const what: OpenEvent = { kind: 'open', flow, id: conversation, given }
    const event = vault.seal('due.event', id, JSON.stringify(what))
    const row = { id, key, kind: 'open', at, priority, payload: null, disputeId: dispute }
    await upsert(base, tx, now, { ...row, addressId: address, event })
    pen.due = true
  }
}

export function cancelling(base: Base, tx: Tx, now: number): Books['cancel'] {
  return async (prefix) => {
    const pattern = `${storable(prefix).replace(/[\\%_]/g, '\\$&')}%`
    const rows = await tx
      .update(due)
      .set({ state: 'cancelled', endedAt: now })
      .where(and(eq(due.stationId, base.station), eq(due.state, 'open'), sql`${due.key} like ${pattern}`))
      .returning({ id: due.id })
    return rows.length
  }
}
