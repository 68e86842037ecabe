// Buttons of cards: an opaque id, for whom it is, what it opens, until when.
import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, stationId, text } from './columns.ts'

export const buttons = pgTable(
  'buttons',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    flow: text('flow').notNull(),
    /** One of the three says who may press it. */
    personId: text('person_id'),
    role: text('role'),
    addressId: text('address_id'),
    disputeId: text('dispute_id'),
    disputeRev: integer('dispute_rev'),
    /** What it is about where that is no case: the id of a request, a round of screening, a meeting. */
    subject: text('subject'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: text('used_by'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('buttons_dispute').on(t.stationId, t.disputeId),
  ],
)
