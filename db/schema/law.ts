// What the law asks of a case: what an officer answered at the gate, and the limits that run.
import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, jsonb, sealed, stationId, text } from './columns.ts'
import { ofDispute } from './dispute.ts'

/** Every time somebody passed the legal gate: answers and results are codes, never words. */
export const gates = pgTable(
  'gates',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    answers: jsonb('answers').$type<{ [question: string]: string }>().notNull(),
    /** Codes of the legal limits that apply. */
    limits: jsonb('limits').$type<string[]>().notNull(),
    mediable: boolean('mediable').notNull(),
    /** The track that was proposed, and the one that was taken. */
    proposed: text('proposed').notNull(),
    track: text('track').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('gates_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

/** A time limit of law or practice that runs for a case (domain 4.4); the due rows that warn of it are named after it. */
export const limits = pgTable(
  'limits',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    /** T-PM-30, T-JC-30… */
    code: text('code').notNull(),
    /** What it runs from, and its last moment. */
    from: instant('from').notNull(),
    until: instant('until').notNull(),
    state: text('state').$type<'running' | 'met' | 'over' | 'void'>().notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('limits_running').on(t.stationId, t.disputeId, t.code).where(sql`state = 'running'`),
    index('limits_until').on(t.stationId, t.state, t.until),
    ofDispute(t),
  ],
)

/**
 * What an officer says was prevented (防止民转刑, 群体性上访, 自杀, 械斗), with a reason; it counts once a leader has approved.
 * Never counted by itself.
 */
export const preventions = pgTable(
  'preventions',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    kind: text('kind').$type<'crime' | 'petition' | 'suicide' | 'fight'>().notNull(),
    people: integer('people').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    reason: sealed('reason').notNull(),
    approvedAt: instant('approved_at'),
    approvedBy: text('approved_by'),
    refusedAt: instant('refused_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('preventions_dispute').on(t.stationId, t.disputeId),
    ofDispute(t),
  ],
)
