// Going out to find disputes early (摸排): rounds through villages, and who was asked there.
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, jsonb, stationId, text } from './columns.ts'

export const patrols = pgTable(
  'patrols',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    no: integer('no').notNull(),
    /** When people are asked, and until when an answer is waited for. */
    at: instant('at').notNull(),
    until: instant('until').notNull(),
    by: text('by').notNull(),
    /** Village codes. */
    villages: jsonb('villages').$type<string[]>().notNull(),
    method: text('method').$type<'chat' | 'visit' | 'call' | 'meeting' | 'data'>().notNull(),
    state: text('state').$type<'planned' | 'open' | 'done' | 'cancelled'>().notNull(),
    /** The next one comes by itself. */
    repeat: text('repeat').$type<'none' | 'daily' | 'weekly' | 'half-month' | 'month'>().notNull(),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('patrols_no').on(t.stationId, t.no),
    index('patrols_at').on(t.stationId, t.state, t.at),
  ],
)

/** One person asked about one village. Silence is no zero: `answer` stays null. */
export const patrolAsks = pgTable(
  'patrol_asks',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    patrolId: text('patrol_id').notNull(),
    personId: text('person_id').notNull(),
    village: text('village').notNull(),
    askedAt: instant('asked_at').notNull(),
    remindedAt: instant('reminded_at'),
    answer: text('answer').$type<'zero' | 'lead' | 'voice'>(),
    answeredAt: instant('answered_at'),
    households: integer('households'),
    /** Ids of the cases and drafts that came of it. */
    disputes: jsonb('disputes').$type<string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('patrol_asks_one').on(t.stationId, t.patrolId, t.personId, t.village),
    index('patrol_asks_person').on(t.stationId, t.personId, t.askedAt),
  ],
)
