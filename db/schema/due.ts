// What must happen at a time. All waiting is rows.
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Json } from '../../flows/core/event.ts'
import { instant, jsonb, sealed, stationId, text } from './columns.ts'

export const due = pgTable(
  'due',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    /** At most one open row has it: scheduling again moves the row. */
    key: text('key').notNull(),
    /** `open` begins a conversation with an address; anything else is an act of the books. */
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    /** Not before this: `at`, or when the lease of whoever claimed it ends. */
    runAt: instant('run_at').notNull(),
    priority: integer('priority').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    state: text('state').$type<'open' | 'done' | 'cancelled'>().notNull().default('open'),
    /** Ids and codes only. */
    payload: jsonb('payload').$type<Json>(),
    addressId: text('address_id'),
    /** The event of an `open` row, under the key of its address. */
    event: sealed('event'),
    disputeId: text('dispute_id'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('due_key').on(t.stationId, t.key.op('text_pattern_ops')).where(sql`state = 'open'`),
    index('due_next').on(t.stationId, t.runAt).where(sql`state = 'open'`),
  ],
)

/** Slots of the schedule that some replica has taken. */
export const cronFire = pgTable(
  'cron_fire',
  {
    stationId: stationId(),
    slot: text('slot').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.slot] })],
)
