// AES-256-GCM over one value, bound to the place it belongs to.
import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'
import { BooksError } from '../errors.ts'

const IV = 12
const TAG = 16
/** First byte of every sealed value, so that another form can follow. */
const FORM = 1

// One reading of the system's random numbers serves many values: it is the dearest part of sealing a short one.
const pool = Buffer.alloc(IV * 256)
let used = pool.length

function freshIv(): Buffer {
  if (used >= pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += IV
  return Buffer.from(pool.subarray(used - IV, used))
}

/** `place` names table, column, row and key; a value that is moved elsewhere does not open. */
export function encrypt(key: KeyObject, place: string, plain: Uint8Array | string): Buffer {
  const iv = freshIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(place))
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  return Buffer.concat([Buffer.of(FORM), iv, body, cipher.final(), cipher.getAuthTag()])
}

/** Throws BooksError `tampered` when the value was changed, moved or sealed by another key. */
export function decrypt(key: KeyObject, place: string, sealed: Uint8Array): Buffer {
  const value = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const at = place.slice(0, place.indexOf('|'))
  if (value.length < 1 + IV + TAG || value[0] !== FORM) throw new BooksError('tampered', at)
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, value.subarray(1, 1 + IV), { authTagLength: TAG })
    cipher.setAAD(Buffer.from(place))
    cipher.setAuthTag(value.subarray(-TAG))
    return Buffer.concat([cipher.update(value.subarray(1 + IV, -TAG)), cipher.final()])
  } catch {
    throw new BooksError('tampered', at)
  }
}
