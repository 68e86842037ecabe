// Data keys: one for each address and each dispute, wrapped by a key that is not in the database.
import { index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, stationId, text } from './columns.ts'

export const dataKeys = pgTable(
  'data_keys',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    /** Null once destroyed: whatever it sealed is gone, backups of other tables included. */
    wrapped: text('wrapped'),
    /** Version of the master key that wraps it. */
    wrappedBy: integer('wrapped_by').notNull(),
    createdAt: instant('created_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('data_keys_wrapped_by').on(t.stationId, t.wrappedBy, t.id),
  ],
)
