// The chain of the audit: each row carries a keyed hash over itself and the row before.
import { createHmac, type KeyObject } from 'node:crypto'
import { and, asc, eq, gt, max } from 'drizzle-orm'
import type { Instant, Json } from '../flows/core/event.ts'
import type { Tx } from './books.ts'
import { storableJson } from './clean.ts'
import { runIn } from './database/database.ts'
import { APPEND_AUDIT } from './hot.ts'
import { audit, auditHeads } from './schema/index.ts'

export type Line = {
  at: Instant
  actor: string
  action: string
  subject: string
  facts: { [name: string]: Json }
}
type Link = {
  stationId: string
  seq: number
  at: Instant
  actor: string
  action: string
  subject: string
  facts: string
}

/** What the first row follows. */
export const START = 'start'
/** What a row follows where the end of the chain was lost or changed: it never fits, so that this shows for ever. */
const LOST = 'lost'

/** Appends within the transaction. The end of the chain stays locked until it commits: append last. */
export async function append(tx: Tx, key: KeyObject, station: string, lines: Line[]): Promise<void> {
  if (lines.length === 0) return
  const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.stationId, station)).for('update')
  // An end that somebody put there must not be signed anew by going on from it.
  const whole = head !== undefined && head.mac === macOf(key, station, head.seq, head.hash)
  let seq = whole ? head.seq : await lastSeq(tx, station)
  let prev = whole ? head.hash : LOST
  const rows = lines.map(({ facts, ...line }) => {
    seq += 1
    // What is hashed must be what is stored.
    const link: Link = storableJson({ stationId: station, seq, ...line, facts: canonical(facts) })
    const row = { ...link, prev, hash: hashOf(key, link, prev) }
    prev = row.hash
    return row
  })
  await runIn(tx, APPEND_AUDIT, [
    station,
    rows.map((row) => row.seq),
    rows.map(({ at }) => at),
    rows.map(({ actor }) => actor),
    rows.map(({ action }) => action),
    rows.map(({ subject }) => subject),
    rows.map(({ facts }) => facts),
    rows.map((row) => row.prev),
    rows.map(({ hash }) => hash),
    seq,
    prev,
    macOf(key, station, seq, prev),
  ])
}

const PAGE = 2_000

async function lastSeq(tx: Tx, station: string): Promise<number> {
  const [row] = await tx
    .select({ seq: max(audit.seq) })
    .from(audit)
    .where(eq(audit.stationId, station))
  return row?.seq ?? 0
}

/**
 * Walks the whole chain, also while it grows. `firstBad` is the number of the first row that was changed, is missing or
 * does not belong; of rows cut off at the end it is the first one missing.
 */
export async function verify(
  tx: Tx,
  key: KeyObject,
  station: string,
): Promise<{ rows: number; firstBad: number | null }> {
  let rows = 0
  let prev = START
  for (;;) {
    // Read before the page: what is then missing of the chain up to here was cut off.
    const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.stationId, station))
    const page = await tx
      .select()
      .from(audit)
      .where(and(eq(audit.stationId, station), gt(audit.seq, rows)))
      .orderBy(asc(audit.seq))
      .limit(PAGE)
    for (const { prev: said, hash, ...link } of page) {
      const bad = link.seq !== rows + 1 || said !== prev || hash !== hashOf(key, link, prev)
      if (bad) return { rows, firstBad: rows + 1 }
      rows = link.seq
      prev = hash
    }
    if (page.length === PAGE) continue
    if (!head || head.seq > rows || head.mac !== macOf(key, station, head.seq, head.hash))
      return { rows, firstBad: rows + 1 }
    if (head.seq === rows) return { rows, firstBad: head.hash === prev ? null : rows + 1 }
    // Rows beyond the head that was read: they came meanwhile, or the head was put back.
    if (page.length === 0) return { rows, firstBad: rows + 1 }
  }
}

/** The end of an empty chain, written when a station is made: a chain that was cut to nothing shows too. */
export const emptyHead = (key: KeyObject, station: string) => ({
  stationId: station,
  seq: 0,
  hash: START,
  mac: macOf(key, station, 0, START),
})

const mac = (key: KeyObject, ...values: unknown[]): string =>
  createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url')

const hashOf = (
  key: KeyObject,
  { stationId, seq, at, actor, action, subject, facts }: Link,
  prev: string,
): string => mac(key, 'row', prev, stationId, seq, at, actor, action, subject, facts)

const macOf = (key: KeyObject, station: string, seq: number, hash: string): string =>
  mac(key, 'head', station, seq, hash)

/** JSON with its keys in order, so that equal facts are equal text. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join()}}`
}
