// Files that become part of a case: sealed anew under the key of its dispute.
import { and, eq, inArray, isNull } from 'drizzle-orm'
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
          isNull(files.disputeId),
          isNull(files.erasedAt),
        ),
      )
      .for('update')
    const to = await base.ring.vault(tx, dispute.keyId)
    for (const row of rows) {
      const from = await base.ring.vault(tx, row.keyId)
      const content = from.openBytes('files.content', row.id, row.content)
      if (!content) continue
      const name = from.open('files.name', row.id, row.name)
      await tx
        .update(files)
        .set({
          disputeId: dispute.id,
          purpose,
          keyId: dispute.keyId,
          content: to.sealBytes('files.content', row.id, content),
          name: name === null ? null : to.seal('files.name', row.id, name),
        })
        .where(and(eq(files.stationId, base.station), eq(files.id, row.id)))
    }
  }
}
