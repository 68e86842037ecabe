/** A WOFF file unpacked to the font that it holds (https://www.w3.org/TR/WOFF/, sections 4 and 5). */
import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

type Table = { tag: number; at: number; packed: number; length: number; sum: number }

/** Throws where it is no WOFF 1. */
export function woffToSfnt(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, no) => tableAt(woff, HEADER + no * ENTRY))
  const size = SFNT_HEADER + tables.length * SFNT_ENTRY
  const sfnt = Buffer.alloc(tables.reduce((all, { length }) => all + padded(length), size))
  writeHeader(sfnt, woff.readUInt32BE(4), tables.length)
  let at = size
  for (const [no, table] of tables.entries()) {
    const entry = SFNT_HEADER + no * SFNT_ENTRY
    sfnt.writeUInt32BE(table.tag, entry)
    sfnt.writeUInt32BE(table.sum, entry + 4)
    sfnt.writeUInt32BE(at, entry + 8)
    sfnt.writeUInt32BE(table.length, entry + 12)
    bytesOf(woff, table).copy(sfnt, at)
    at += padded(table.length)
  }
  return sfnt
}

const tableAt = (woff: Buffer, at: number): Table => ({
  tag: woff.readUInt32BE(at),
  at: woff.readUInt32BE(at + 4),
  packed: woff.readUInt32BE(at + 8),
  length: woff.readUInt32BE(at + 12),
  sum: woff.readUInt32BE(at + 16),
})

/** A table that would not have become smaller is stored as it is. */
function bytesOf(woff: Buffer, { at, packed, length }: Table): Buffer {
  const bytes = woff.subarray(at, at + packed)
  return packed < length ? inflateSync(bytes) : bytes
}

/** The three numbers after the count help to search the tables by halves. */
function writeHeader(sfnt: Buffer, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(count))
  sfnt.writeUInt32BE(flavour, 0)
  sfnt.writeUInt16BE(count, 4)
  sfnt.writeUInt16BE(2 ** power * SFNT_ENTRY, 6)
  sfnt.writeUInt16BE(power, 8)
  sfnt.writeUInt16BE((count - 2 ** power) * SFNT_ENTRY, 10)
}

const padded = (length: number): number => (length + 3) & ~3
