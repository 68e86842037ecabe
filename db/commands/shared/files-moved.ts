// Files that go from a difficulty to a case, or back: sealed anew under the key of where they belong from now on.
import { and, eq, isNull } from 'drizzle-orm'
import type { Books, Vault } from '../../books.ts'
import { files } from '../../schema/index.ts'

export async function moveFiles(books: Books, from: string, to: { id: string; vault: Vault }): Promise<void> {
  const mine = and(eq(files.stationId, books.station.id), eq(files.disputeId, from), isNull(files.erasedAt))
  for (const row of await books.tx.select().from(files).where(mine).for('update')) {
    const before = await books.vault(row.keyId)
    const content = before.openBytes('files.content', row.id, row.content)
    if (!content) continue
    const name = before.open('files.name', row.id, row.name)
    await books.tx
      .update(files)
      .set({
        disputeId: to.id,
        keyId: to.vault.keyId,
        content: to.vault.sealBytes('files.content', row.id, content),
        name: name === null ? null : to.vault.seal('files.name', row.id, name),
      })
      .where(and(eq(files.stationId, books.station.id), eq(files.id, row.id)))
  }
}
