// Files that people send: sealed on arrival, opened for those who may see them.
import { createHash, randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Base } from './base.ts'
import { inBooks } from './books/make.ts'
import { actorAt } from './perform.ts'
import { files } from './schema/index.ts'
import { find, seen } from './seen.ts'
import type { Files } from './store.ts'

export function filesOf(base: Base): Files {
  return {
    async put({ type, name, bytes, by }, now) {
      const { vault, held } = await seen(base, by, undefined, now)
      const id = randomUUID()
      await base.database.orm.insert(files).values({
        stationId: base.station,
        id,
        addressId: held.address,
        type,
        name: name === null ? null : vault.seal('files.name', id, name),
        size: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        keyId: vault.keyId,
        content: vault.sealBytes('files.content', id, bytes),
        at: now,
      })
      return { id, type, ...(name === null ? {} : { name }) }
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
