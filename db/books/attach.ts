// Files that become part of a case: sealed anew under the key of its dispute.
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { Actor, Books, Tx } from '../books.ts'
import { files } from '../schema/index.ts'

export function attaching(base: Base, tx: Tx, actor: Actor): Books['attachFiles'] {
  return async (refs, dispute, purpose) => {
    if (refs.length === 0 || actor.address === null) return
    const rows = await tx
      .select()
      .from(files)
      .where(
        and(
          eq(files.stationId, base.station),
          inArray(
            files.id,
            refs.map(({ id }) => id),
          ),
          eq(files.addressId, actor.address),
          or(isNull(files.disputeId), ne(files.disputeId, dispute.id)),
          isNull(files.erasedAt),
        ),
      )
      .for('update')
    const to = await base.ring.vault(tx, dispute.keyId)
    for (const row of rows) {
      const from = await base.ring.vault(tx, row.keyId)
      if (row.disputeId !== null && (await hasIt(base, tx, row, dispute.id))) continue
      const content = from.openBytes('files.content', row.id, row.content)
      if (!content) continue
      const name = from.open('files.name', row.id, row.name)
      // What belongs to another case already stays there, and this case gets it too.
      const id = row.disputeId === null ? row.id : randomUUID()
      const sealed = {
        disputeId: dispute.id,
        purpose,
        keyId: dispute.keyId,
        content: to.sealBytes('files.content', id, content),
        name: name === null ? null : to.seal('files.name', id, name),
      }
      if (row.disputeId !== null) await tx.insert(files).values({ ...row, ...sealed, id, sourceKey: null })
      else
        await tx
          .update(files)
          .set(sealed)
          .where(and(eq(files.stationId, base.station), eq(files.id, id)))
    }
  }
}

/** The case was given the same file of the same person before. */
async function hasIt(base: Base, tx: Tx, row: typeof files.$inferSelect, dispute: string): Promise<boolean> {
  const [same] = await tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.stationId, base.station),
        eq(files.disputeId, dispute),
        eq(files.addressId, row.addressId),
        eq(files.sha256, row.sha256),
      ),
    )
    .limit(1)
  return same !== undefined
}
