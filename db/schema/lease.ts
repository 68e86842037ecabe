// Work that one process does at a time, such as asking a platform for its news.
import { pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { instant, stationId, text } from './columns.ts'

export const leases = pgTable(
  'leases',
  {
    stationId: stationId(),
    name: text('name').notNull(),
    holder: text('holder').notNull(),
    /** On the database's own clock, which a demonstration does not move. */
    until: instant('until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.name] })],
)
