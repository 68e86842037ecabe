// Scheduling what must happen, moving it, cancelling it.
import { randomUUID } from 'node:crypto'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Base } from '../base.ts'
import type { Books, OpenEvent, Tx } from '../books.ts'
import { storable } from '../clean.ts'
import { BooksError } from '../errors.ts'
import { due } from '../schema/index.ts'
import type { AddressVaults } from './address-vaults.ts'
import type { Pen } from './pen.ts'

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

/** What is scheduled again takes the place of the open row of the same key. */
const MOVED = Object.fromEntries(
  (
    [
      'id',
      'kind',
      'at',
      'runAt',
      'priority',
      'attempts',
      'payload',
      'disputeId',
      'addressId',
      'event',
    ] as const
  ).map((name) => [name, sql.raw(`excluded.${due[name].name}`)]),
)

async function upsert(base: Base, tx: Tx, now: number, rows: Row[]): Promise<void> {
  // One statement cannot move a row twice: the last one counts.
  const last = [...new Map(rows.map((row) => [row.key, row])).values()]
  if (last.length === 0) return
  await tx
    .insert(due)
    .values(
      last.map((row) => ({
        ...row,
        stationId: base.station,
        runAt: row.at,
        attempts: 0,
        createdAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [due.stationId, due.key],
      targetWhere: sql`state = 'open'`,
      set: MOVED,
    })
}

export function scheduling(base: Base, tx: Tx, pen: Pen, now: number): Books['schedule'] {
  return async (...all) => {
    const rows = all.map(({ key, kind, at, payload = null, priority = 0, dispute = null }): Row => {
      if (kind === 'open' || !Object.hasOwn(base.acts, kind)) throw new BooksError('no-such-act', kind)
      const row = { id: randomUUID(), key, kind, at, priority, payload, disputeId: dispute }
      return { ...row, addressId: null, event: null }
    })
    await upsert(base, tx, now, rows)
    pen.due = true
  }
}

export function opening(base: Base, tx: Tx, vaults: AddressVaults, pen: Pen, now: number): Books['open'] {
  return async ({ key, address, flow, id: conversation, given, at, priority = 0, dispute = null }) => {
    const vault = await vaults.of(address)
    if (!vault) return
    const id = randomUUID()
    const what: OpenEvent = { kind: 'open', flow, id: conversation, given }
    const event = vault.seal('due.event', id, JSON.stringify(what))
    const row = { id, key, kind: 'open', at, priority, payload: null, disputeId: dispute }
    await upsert(base, tx, now, [{ ...row, addressId: address, event }])
    pen.due = true
  }
}

export function cancelling(base: Base, tx: Tx, now: number): Books['cancel'] {
  return async (...prefixes) => {
    if (prefixes.length === 0) return 0
    const begins = prefixes.map((prefix) => {
      const pattern = `${storable(prefix).replace(/[\\%_]/g, '\\$&')}%`
      return sql`${due.key} like ${pattern}`
    })
    const rows = await tx
      .update(due)
      .set({ state: 'cancelled', endedAt: now })
      .where(and(eq(due.stationId, base.station), eq(due.state, 'open'), or(...begins)))
      .returning({ id: due.id })
    return rows.length
  }
}
