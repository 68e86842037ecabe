// Keyed hashes of things that must be found again without standing in clear.
import { createHmac, type KeyObject } from 'node:crypto'

/** 128 bits in 22 letters; `kind` keeps equal values of different kinds apart. */
export const blind = (key: KeyObject, kind: string, ...values: string[]): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([kind, ...values]))
    .digest()
    .subarray(0, 16)
    .toString('base64url')
