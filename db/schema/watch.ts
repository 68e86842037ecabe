// What the nightly look found wanting, and figures as they were once handed in.
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Json } from '../../flows/core/event.ts'
import { instant, jsonb, stationId, text } from './columns.ts'

/** A matter that nobody answers for, that waits for nothing, or whose end nobody was told of. */
export const violations = pgTable(
  'violations',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    /** `dispute:<id>` or `request:<id>`. */
    subject: text('subject').notNull(),
    /** Which rule. */
    code: text('code').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('violations_open').on(t.stationId, t.subject, t.code).where(sql`ended_at is null`),
    index('violations_at').on(t.stationId, t.firstAt),
  ],
)

/** The figures of a period as they were shown; what is counted otherwise later is marked as revised. */
export const handedIn = pgTable(
  'handed_in',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    /** `2026-11`, `2026-Q4`, `2026`. */
    period: text('period').notNull(),
    rev: integer('rev').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    figures: jsonb('figures').$type<Json>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('handed_in_rev').on(t.stationId, t.period, t.rev),
  ],
)
