// One data key in use: seals and opens the columns of whatever belongs to an address or a dispute.
import type { KeyObject } from 'node:crypto'
import type { SealedColumn, Vault } from '../books.ts'
import { BooksError } from '../errors.ts'
import { decrypt, encrypt } from './cipher.ts'

/** The vault of a key; of a destroyed one (null) it only says that nothing opens any more. */
export function vaultOf(keyId: string, key: KeyObject | null): Vault {
  const place = (column: SealedColumn, row: string) => `${column}|${row}|${keyId}`
  const live = (): KeyObject => {
    if (!key) throw new BooksError('key-destroyed')
    return key
  }
  return {
    keyId,
    erased: key === null,
    seal: (column, row, text) =>
      encrypt(live(), place(column, row), text.toWellFormed()).toString('base64url'),
    open: (column, row, value) =>
      key === null || value === null
        ? null
        : decrypt(key, place(column, row), Buffer.from(value, 'base64url')).toString('utf8'),
    sealBytes: (column, row, bytes) => encrypt(live(), place(column, row), bytes),
    openBytes: (column, row, value) => (key === null ? null : decrypt(key, place(column, row), value)),
  }
}
