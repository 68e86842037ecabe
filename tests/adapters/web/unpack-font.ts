// A web font (WOFF 1) as the plain font that is inside it, for a browser that looks for fonts on its machine.
import { inflateSync } from 'node:zlib'

const WOFF_HEAD = 44
const WOFF_ENTRY = 20
const PLAIN_HEAD = 12
const PLAIN_ENTRY = 16

type Table = { tag: string; checksum: number; bytes: Buffer }

/** Throws when these are not the bytes of a WOFF 1 file. */
export function unpackFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF font')
  return plain(woff.readUInt32BE(4), tables(woff))
}

function tables(woff: Buffer): Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, n) => {
    const entry = woff.subarray(WOFF_HEAD + n * WOFF_ENTRY)
    const [offset, packed, size] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
    const bytes = woff.subarray(offset, offset + packed)
    // A table that would not get smaller lies there as it is.
    return {
      tag: entry.toString('latin1', 0, 4),
      checksum: entry.readUInt32BE(16),
      bytes: packed < size ? inflateSync(bytes) : bytes,
    }
  })
}

function plain(flavour: number, all: Table[]): Buffer {
  const head = Buffer.alloc(PLAIN_HEAD + all.length * PLAIN_ENTRY)
  const power = Math.floor(Math.log2(all.length))
  head.writeUInt32BE(flavour, 0)
  head.writeUInt16BE(all.length, 4)
  head.writeUInt16BE(2 ** power * 16, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(all.length * 16 - 2 ** power * 16, 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [n, { tag, checksum, bytes }] of all.entries()) {
    const at = PLAIN_HEAD + n * PLAIN_ENTRY
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}
