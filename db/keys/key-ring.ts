// The data keys of a station: made, found, remembered for a while, destroyed.
import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../flows/core/event.ts'
import type { Tx, Vault } from '../books.ts'
import { BooksError } from '../errors.ts'
import { lru } from '../lru.ts'
import { dataKeys } from '../schema/index.ts'
import { makeDataKey, unwrap, type WrappedKey } from './data-key.ts'
import type { MasterKeys } from './master-keys.ts'

export type KeyRing = {
  master: MasterKeys
  /** A new key, not yet written anywhere. */
  make(): { row: WrappedKey & { wrapped: string }; vault: Vault }
  /** A new key, written. */
  create(tx: Tx, now: Instant): Promise<Vault>
  /** The vault of a key that was read together with something else. */
  known(key: WrappedKey): Vault
  vault(tx: Tx, keyId: string): Promise<Vault>
  destroy(tx: Tx, keyId: string, now: Instant): Promise<void>
  /** Another process destroyed a key. */
  forget(keyId: string): void
}

const REMEMBERED = 5_000

export function keyRing(station: string, master: MasterKeys): KeyRing {
  const vaults = lru<Vault>(REMEMBERED)
  const keep = (vault: Vault): Vault => {
    vaults.set(vault.keyId, vault)
    return vault
  }
  return {
    master,
    make: () => makeDataKey(master),
    async create(tx, now) {
      const { row, vault } = makeDataKey(master)
      await tx.insert(dataKeys).values({ stationId: station, ...row, createdAt: now })
      // Where the transaction comes to nothing, so does everything that names this key.
      return keep(vault)
    },
    known: (key) =>
      key.wrapped === null ? keep(unwrap(master, key)) : (vaults.get(key.id) ?? keep(unwrap(master, key))),
    async vault(tx, keyId) {
      const remembered = vaults.get(keyId)
      if (remembered) return remembered
      const [row] = await tx
        .select({ id: dataKeys.id, wrapped: dataKeys.wrapped, wrappedBy: dataKeys.wrappedBy })
        .from(dataKeys)
        .where(and(eq(dataKeys.stationId, station), eq(dataKeys.id, keyId)))
      if (!row) throw new BooksError('no-such-key')
      return keep(unwrap(master, row))
    },
    async destroy(tx, keyId, now) {
      vaults.delete(keyId)
      await tx
        .update(dataKeys)
        .set({ wrapped: null, destroyedAt: now })
        .where(and(eq(dataKeys.stationId, station), eq(dataKeys.id, keyId)))
    },
    forget: (keyId) => vaults.delete(keyId),
  }
}
