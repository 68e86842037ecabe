// Rounds of coming back, each with one revisit a side, and what third parties say.
import { sql } from 'drizzle-orm'
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
    /** `waived` by a leader, with a reason; `superseded` where the case took another turn. */
    state: text('state').$type<'planned' | 'open' | 'done' | 'waived' | 'superseded'>().notNull(),
    /** R-OK, R-WATCH… once both sides have ended. */
    code: text('code'),
    verdict: text('verdict'),
    surface: integer('surface'),
    /** Surface signals that counted, with their points. */
    signals: jsonb('signals').$type<Json>(),
    /** Numbers of the duties whose date lay on the day before; it moves with them. */
    duties: jsonb('duties').$type<number[]>().notNull().default([]),
    /** Why somebody let it go, added it or moved it, in their own words. */
    reason: sealed('reason'),
    /** Who changed the plan last. */
    changedBy: text('changed_by'),
    /** Whether an officer found its surface signals right, once looked into. */
    flag: text('flag').$type<'right' | 'wrong'>(),
    flagBy: text('flag_by'),
    flagAt: instant('flag_at'),
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

/**
 * A try that really left: a message that the platform took, a call, a visit. `address` is the chat; `bounced` is a chat
 * whose platform said later that nothing had arrived, and counts for nothing.
 */
export type Tried = { at: number; mode: string; address?: string; bounced?: true }

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
    /**
     * `planned`, `open`, `answered`, `declined`, `unavailable`, `uncooperative`, `unreached`, `nosuch`, `waived`,
     * `superseded`
     */
    state: text('state').notNull(),
    /** The answers R01–R10 as JSON. */
    answers: sealed('answers'),
    /** 1 to 5, for the reports. */
    score: integer('score'),
    verdict: text('verdict'),
    danger: jsonb('danger').$type<string[]>(),
    attempts: jsonb('attempts').$type<Tried[]>().notNull(),
    /** The address that was asked in chat. */
    addressId: text('address_id'),
    /** Why this side was not reached, in the words of whoever tried. */
    reason: sealed('reason'),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
    by: text('by'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('revisits_side').on(t.stationId, t.roundId, t.side),
    index('revisits_dispute').on(t.stationId, t.disputeId, t.at),
    index('revisits_state').on(t.stationId, t.state, t.at),
    index('revisits_asked').on(t.stationId, t.addressId).where(sql`state = 'open'`),
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
