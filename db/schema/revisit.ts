// Rounds of coming back, each with one revisit a side, and what third parties say.
import { boolean, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Json } from '../../flows/core/event.ts'
import { instant, jsonb, sealed, stationId, text } from './columns.ts'
import { ofDispute } from './dispute.ts'

export const rounds = pgTable(
  'rounds',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    no: integer('no').notNull(),
    at: instant('at').notNull(),
    mode: text('mode').$type<'chat' | 'call' | 'visit'>().notNull(),
    /** `planned`, `random`, `duty`, `extra`, `calm`… */
    why: text('why').notNull(),
    state: text('state').$type<'planned' | 'open' | 'done' | 'waived'>().notNull(),
    /** R-OK, R-WATCH… once both sides have ended. */
    code: text('code'),
    verdict: text('verdict'),
    surface: integer('surface'),
    /** Surface signals that counted, with their points. */
    signals: jsonb('signals').$type<Json>(),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('rounds_no').on(t.stationId, t.disputeId, t.no),
    index('rounds_at').on(t.stationId, t.state, t.at),
    ofDispute(t),
  ],
)

/** One side's part of a round. */
export const revisits = pgTable(
  'revisits',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    roundId: text('round_id').notNull(),
    side: text('side').$type<'A' | 'B'>().notNull(),
    at: instant('at').notNull(),
    mode: text('mode').$type<'chat' | 'call' | 'visit'>().notNull(),
    /** `planned`, `open`, `answered`, `declined`, `unavailable`, `uncooperative`, `unreached`, `nosuch`, `waived` */
    state: text('state').notNull(),
    /** The answers R01–R10 as JSON. */
    answers: sealed('answers'),
    /** 1 to 5, for the reports. */
    score: integer('score'),
    verdict: text('verdict'),
    danger: jsonb('danger').$type<string[]>(),
    attempts: jsonb('attempts').$type<{ at: number; mode: string }[]>().notNull(),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
    by: text('by'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('revisits_side').on(t.stationId, t.roundId, t.side),
    index('revisits_dispute').on(t.stationId, t.disputeId, t.at),
    index('revisits_state').on(t.stationId, t.state, t.at),
    ofDispute(t),
  ],
)

/** What a grid worker or cadre says of the two houses. */
export const thirdParties = pgTable(
  'third_parties',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    revisitId: text('revisit_id'),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    tense: boolean('tense').notNull(),
    words: sealed('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('third_parties_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)
