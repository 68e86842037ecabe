// Making, wrapping and unwrapping a data key.
import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto'
import type { Vault } from '../books.ts'
import { decrypt, encrypt } from './cipher.ts'
import type { MasterKeys } from './master-keys.ts'
import { vaultOf } from './vault.ts'

/** A row of `data_keys` as far as unwrapping goes. */
export type WrappedKey = { id: string; wrapped: string | null; wrappedBy: number }

const place = (id: string, version: number) => `data_keys.wrapped|${id}|${version}`

export function makeDataKey(master: MasterKeys): { row: WrappedKey & { wrapped: string }; vault: Vault } {
  const id = randomUUID()
  const bytes = randomBytes(32)
  const row = { id, ...wrap(master, id, bytes) }
  return { row, vault: vaultOf(id, createSecretKey(bytes)) }
}

export function unwrap(master: MasterKeys, { id, wrapped, wrappedBy }: WrappedKey): Vault {
  return vaultOf(id, wrapped === null ? null : createSecretKey(bytesOf(master, id, wrapped, wrappedBy)))
}

/** The same data key under the current version of the master key. */
export function rewrap(master: MasterKeys, { id, wrapped, wrappedBy }: WrappedKey & { wrapped: string }) {
  return wrap(master, id, bytesOf(master, id, wrapped, wrappedBy))
}

function wrap(master: MasterKeys, id: string, bytes: Buffer): { wrapped: string; wrappedBy: number } {
  const wrappedBy = master.current
  const key: KeyObject = master.version(wrappedBy)
  return { wrapped: encrypt(key, place(id, wrappedBy), bytes).toString('base64url'), wrappedBy }
}

const bytesOf = (master: MasterKeys, id: string, wrapped: string, version: number): Buffer =>
  decrypt(master.version(version), place(id, version), Buffer.from(wrapped, 'base64url'))
