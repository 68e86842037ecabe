// Files that people send: sealed on arrival, opened for those who may see them.
import { createHash, randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { FileRef } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import { inBooks } from './books/make.ts'
import { blind } from './keys/blind.ts'
import { actorAt } from './perform.ts'
import { files } from './schema/index.ts'
import { find, seen } from './seen.ts'
import type { Files } from './store.ts'

export function filesOf(base: Base): Files {
  return {
    async put({ type, name, bytes, by, key }, now) {
      const { vault, held } = await seen(base, by, undefined, now)
      const sourceKey = key === undefined ? null : blind(base.secrets.blind, 'file', held.address, key)
      const known = sourceKey && (await kept(base, held.address, sourceKey))
      if (known) return known
      const id = randomUUID()
      const put = base.database.orm.insert(files).values({
        stationId: base.station,
        id,
        addressId: held.address,
        sourceKey,
        type,
        name: name === null ? null : vault.seal('files.name', id, name),
        size: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        keyId: vault.keyId,
        content: vault.sealBytes('files.content', id, bytes),
        at: now,
      })
      const fresh = await put.onConflictDoNothing().returning({ id: files.id })
      // Another process was first with the same file.
      const first = fresh.length === 0 && sourceKey ? await kept(base, held.address, sourceKey) : null
      return first || { id, type, ...(name === null ? {} : { name }) }
    },
    async get(id, reader, now) {
      // Nobody becomes known by asking for a file.
      const address = (await find(base, reader))?.held.address
      if (!address) return null
      return inBooks(base, { now, actor: (tx) => actorAt(base, tx, address) }, async (books) => {
        const [row] = await books.tx
          .select()
          .from(files)
          .where(and(eq(files.stationId, base.station), eq(files.id, id), isNull(files.erasedAt)))
        if (!row) return null
        const own = row.addressId === address
        const may =
          own ||
          (books.actor.person !== null &&
            row.disputeId !== null &&
            (await base.views.maySee(books, row.disputeId)))
        if (!may) return null
        const vault = await books.vault(row.keyId)
        const bytes = vault.openBytes('files.content', id, row.content)
        if (!bytes) return null
        if (books.actor.person) books.audit('read-file', `file:${id}`, { dispute: row.disputeId })
        return { type: row.type, name: vault.open('files.name', id, row.name), bytes }
      })
    },
  }
}

/** The same file of the same address, kept earlier. */
async function kept(base: Base, address: string, sourceKey: string): Promise<FileRef | null> {
  const { orm } = base.database
  const [row] = await orm
    .select({ id: files.id, type: files.type, name: files.name, keyId: files.keyId })
    .from(files)
    .where(
      and(
        eq(files.stationId, base.station),
        eq(files.addressId, address),
        eq(files.sourceKey, sourceKey),
        isNull(files.erasedAt),
      ),
    )
  if (!row) return null
  const name = (await base.ring.vault(orm, row.keyId)).open('files.name', row.id, row.name)
  return { id: row.id, type: row.type, ...(name === null ? {} : { name }) }
}
