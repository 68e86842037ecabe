// Erasing: the key first, then whatever it sealed.
import { and, eq } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { Books, Tx } from '../books.ts'
import { addresses, conversations, due, files, heard, outbox } from '../schema/index.ts'
import type { Pen } from './pen.ts'

export function keyDestroying(base: Base, tx: Tx, pen: Pen, now: number): Books['destroyKey'] {
  return async (keyId) => {
    await base.ring.destroy(tx, keyId, now)
    pen.destroyed.push(keyId)
    await tx
      .update(files)
      .set({ content: Buffer.alloc(0), name: null, sourceKey: null, erasedAt: now })
      .where(and(eq(files.stationId, base.station), eq(files.keyId, keyId)))
  }
}

export function addressErasing(base: Base, tx: Tx, destroyKey: Books['destroyKey']): Books['eraseAddress'] {
  return async (id) => {
    const [row] = await tx
      .delete(addresses)
      .where(and(eq(addresses.stationId, base.station), eq(addresses.id, id)))
      .returning({ keyId: addresses.keyId })
    if (!row) return
    await destroyKey(row.keyId)
    for (const table of [conversations, heard, outbox, due])
      await tx.delete(table).where(and(eq(table.stationId, base.station), eq(table.addressId, id)))
  }
}
