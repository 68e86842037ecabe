// The append-only record of every change and every reading of sealed words by staff, chained by a keyed hash.
import { bigint, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, stationId, text } from './columns.ts'

export const audit = pgTable(
  'audit',
  {
    stationId: stationId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    /** A person's id, an address's id, `bot`, `system` or `admin`. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    /** `dispute:<id>`, `person:<id>`, `file:<id>`… */
    subject: text('subject').notNull(),
    /** Canonical JSON of ids, codes and numbers; no words. */
    facts: text('facts').notNull(),
    prev: text('prev').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.seq] }),
    index('audit_subject').on(t.stationId, t.subject, t.seq),
    index('audit_actor').on(t.stationId, t.actor, t.seq),
  ],
)

/** The end of each chain, signed: cutting off the last rows shows. Locked by whoever appends. */
export const auditHeads = pgTable('audit_heads', {
  stationId: text('station_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  mac: text('mac').notNull(),
})

export const erasures = pgTable(
  'erasures',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    addressId: text('address_id'),
    disputeId: text('dispute_id'),
    askedAt: instant('asked_at').notNull(),
    decidedAt: instant('decided_at'),
    by: text('by'),
    result: text('result').$type<'erased' | 'kept'>(),
    /** The law or rule that keeps it, as a code. */
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.id] }), index('erasures_open').on(t.stationId, t.decidedAt)],
)
