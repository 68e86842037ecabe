// Files, sealed. `sha256` is of the original bytes.
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { bytes, instant, sealed, stationId, text } from './columns.ts'

export const files = pgTable(
  'files',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    /** Who sent it. */
    addressId: text('address_id').notNull(),
    disputeId: text('dispute_id'),
    /** `evidence`, `signed`, `receipt`, `record`… */
    purpose: text('purpose'),
    type: text('type').notNull(),
    name: sealed('name'),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    /** The key of the address, and of the dispute once it belongs to one. */
    keyId: text('key_id').notNull(),
    content: bytes('content').notNull(),
    at: instant('at').notNull(),
    /** A keyed hash of the platform's own name for it: the same file is kept once. */
    sourceKey: text('source_key'),
    erasedAt: instant('erased_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('files_dispute').on(t.stationId, t.disputeId, t.at),
    index('files_address').on(t.stationId, t.addressId),
    uniqueIndex('files_source').on(t.stationId, t.addressId, t.sourceKey).where(sql`source_key is not null`),
  ],
)
