// Looking at risk together (研判): meetings, what each decided about a case, and the written plans that were asked for.
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Json } from '../../flows/core/event.ts'
import { instant, jsonb, sealed, stationId, text } from './columns.ts'
import { type Level, ofDispute } from './dispute.ts'

export const assessments = pgTable(
  'assessments',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    no: integer('no').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').$type<'weekly' | 'daily' | 'festival' | 'season' | 'called'>().notNull(),
    chairId: text('chair_id'),
    /** People's ids. */
    attendees: jsonb('attendees').$type<string[]>().notNull(),
    state: text('state').$type<'planned' | 'open' | 'held' | 'missed'>().notNull(),
    /** Areas, pairs and seasons that stood on the agenda: codes, numbers and days. */
    trends: jsonb('trends').$type<Json>().notNull(),
    openedAt: instant('opened_at'),
    heldAt: instant('held_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('assessments_no').on(t.stationId, t.no),
    index('assessments_at').on(t.stationId, t.state, t.at),
  ],
)

export const assessedCases = pgTable(
  'assessed_cases',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    disputeId: text('dispute_id').notNull(),
    no: integer('no').notNull(),
    /** Why it stands on the agenda: codes. */
    why: jsonb('why').$type<string[]>().notNull(),
    levelBefore: text('level_before').$type<Level>().notNull(),
    levelAfter: text('level_after').$type<Level>(),
    decision: sealed('decision'),
    ownerId: text('owner_id'),
    dueAt: instant('due_at'),
    state: text('state').$type<'open' | 'decided' | 'done' | 'left'>().notNull(),
    decidedAt: instant('decided_at'),
    by: text('by'),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('assessed_cases_one').on(t.stationId, t.assessmentId, t.disputeId),
    index('assessed_cases_dispute').on(t.stationId, t.disputeId),
    ofDispute(t),
  ],
)

/** A written plan that an officer owes, as after "not at ease" (不放心). */
export const workPlans = pgTable(
  'work_plans',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    /** Who asked for it, and why: a code. */
    by: text('by').notNull(),
    why: text('why').notNull(),
    ownerId: text('owner_id').notNull(),
    dueAt: instant('due_at').notNull(),
    words: sealed('words'),
    writtenAt: instant('written_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('work_plans_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)
