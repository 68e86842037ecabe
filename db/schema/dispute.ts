// The case: facts that reports need in clear, and everything personal under the key of its dispute.
import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { KnownFacts } from '../../flows/casework/facts.ts'
import type { Json } from '../../flows/core/event.ts'
import { fen, instant, jsonb, sealed, stationId, text } from './columns.ts'

export type Level = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
export type Side = 'A' | 'B'

export const disputes = pgTable(
  'disputes',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    /** Grows with every change; a command on an older one is refused. */
    rev: integer('rev').notNull().default(1),
    /** A code of the life cycle. */
    state: text('state').notNull(),
    level: text('level').$type<Level>().notNull(),
    /** Sub code of the taxonomy. */
    category: text('category').notNull(),
    village: text('village'),
    track: text('track'),
    /** How it reached us: a code of casework/tables/source. */
    source: text('source').notNull(),
    keyId: text('key_id').notNull(),
    reporterAddress: text('reporter_address'),
    reporterRole: text('reporter_role'),
    /** The conversation that filed it. */
    conversationId: text('conversation_id'),
    leaderId: text('leader_id'),
    officerId: text('officer_id'),
    /** What is known for the grading, without personal words. */
    facts: jsonb('facts').$type<KnownFacts>().notNull(),
    amountFen: fen('amount_fen'),
    headcount: integer('headcount'),
    occurredAt: instant('occurred_at'),
    /** Everything was asked, and the person agreed with what was read back. */
    complete: boolean('complete').notNull().default(false),
    filedAt: instant('filed_at').notNull(),
    registeredAt: instant('registered_at'),
    screenedAt: instant('screened_at'),
    acceptedAt: instant('accepted_at'),
    assignedAt: instant('assigned_at'),
    claimedAt: instant('claimed_at'),
    contactedAt: instant('contacted_at'),
    mediatedAt: instant('mediated_at'),
    agreedAt: instant('agreed_at'),
    closedAt: instant('closed_at'),
    reopenedAt: instant('reopened_at'),
    acceptBy: instant('accept_by'),
    contactBy: instant('contact_by'),
    targetAt: instant('target_at'),
    /** The day to go on after a pause, YYYY-MM-DD. */
    resumeOn: text('resume_on'),
    /** Where it stood when an emergency began, and when that was. */
    emergencyFrom: text('emergency_from'),
    emergencyAt: instant('emergency_at'),
    mergedInto: text('merged_into'),
    mergedFrom: text('merged_from'),
    /** A reason code. */
    endReason: text('end_reason'),
    prank: boolean('prank').notNull().default(false),
    /** Simple ones are offered to a village's mediators first, hard ones are worked on with the township. */
    difficulty: text('difficulty').$type<'simple' | 'hard'>(),
    /** An officer is not at ease with it (不放心), since then. */
    uneasyAt: instant('uneasy_at'),
    /** It was filed as a crime later (民转刑). */
    criminalAt: instant('criminal_at'),
    /** Whoever reported it was told how it ended, or an officer said so in person. */
    endToldAt: instant('end_told_at'),
    /** Last change of level by whomever, and last entry of any kind. */
    levelAt: instant('level_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('disputes_number').on(t.stationId, t.number),
    index('disputes_state').on(t.stationId, t.state, t.updatedAt),
    index('disputes_village').on(t.stationId, t.village, t.filedAt),
    index('disputes_filed').on(t.stationId, t.filedAt),
    index('disputes_officer').on(t.stationId, t.officerId),
    index('disputes_leader').on(t.stationId, t.leaderId),
    index('disputes_reporter').on(t.stationId, t.reporterAddress).where(sql`reporter_address is not null`),
    uniqueIndex('disputes_conversation')
      .on(t.stationId, t.conversationId)
      .where(sql`conversation_id is not null`),
  ],
)

/** The reference of every table that belongs to a dispute. */
export const ofDispute = (t: { stationId: any; disputeId: any }) =>
  foreignKey({ columns: [t.stationId, t.disputeId], foreignColumns: [disputes.stationId, disputes.id] })

/** Whatever was written about a case, in order: the narrative, the report, additions, notes. */
export const disputeNotes = pgTable(
  'dispute_notes',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    /** `narrative`, `report` (JSON), `safeContact`, `added`, `note`, `summary`, `danger`… */
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    /** A person's id, or `bot`, `reporter`, `A`, `B`. */
    by: text('by').notNull(),
    text: sealed('text').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('dispute_notes_dispute').on(t.stationId, t.disputeId, t.kind, t.at),
    ofDispute(t),
  ],
)

export const parties = pgTable(
  'parties',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    side: text('side').$type<Side>().notNull(),
    /** What the station calls this side, such as 甲方. */
    label: text('label').notNull(),
    name: sealed('name'),
    nameIndex: text('name_index'),
    phone: sealed('phone'),
    phoneIndex: text('phone_index'),
    addressId: text('address_id'),
    willing: text('willing').$type<'yes' | 'no' | 'thinking'>(),
    atRisk: boolean('at_risk').notNull().default(false),
    /** How this person may be reached safely; overrides every notification. */
    contactPlan: sealed('contact_plan'),
    rightsReadAt: instant('rights_read_at'),
    contactedAt: instant('contacted_at'),
    joinedAt: instant('joined_at'),
    /** Asked not to be messaged about this case. */
    stoppedAt: instant('stopped_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('parties_side').on(t.stationId, t.disputeId, t.side),
    index('parties_phone').on(t.stationId, t.phoneIndex).where(sql`phone_index is not null`),
    index('parties_name').on(t.stationId, t.nameIndex).where(sql`name_index is not null`),
    index('parties_address').on(t.stationId, t.addressId).where(sql`address_id is not null`),
    ofDispute(t),
  ],
)

export const gradings = pgTable(
  'gradings',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    level: text('level').$type<Level>().notNull(),
    score: integer('score').notNull(),
    /** Indicator codes that counted, with their points. */
    reasons: jsonb('reasons').$type<{ code: string; points: number }[]>().notNull(),
    groups: jsonb('groups').$type<{ [group: string]: number }>().notNull(),
    /** Version of the rulebook. */
    version: text('version').notNull(),
    /** A person's id or `bot`. */
    by: text('by').notNull(),
    /** Why a person set another level than the score says. */
    why: sealed('why'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('gradings_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

/** No change of state without a row here; rows are never changed. */
export const transitions = pgTable(
  'transitions',
  {
    stationId: stationId(),
    disputeId: text('dispute_id').notNull(),
    /** The dispute's revision after the step. */
    rev: integer('rev').notNull(),
    /** Several steps may belong to one revision. */
    step: integer('step').notNull().default(0),
    at: instant('at').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    /** The role acted in. */
    role: text('role').notNull(),
    /** A person's id, `bot` or `system`. */
    by: text('by').notNull(),
    /** A code. */
    reason: text('reason'),
    text: sealed('text'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.disputeId, t.rev, t.step] }),
    index('transitions_at').on(t.stationId, t.at),
    ofDispute(t),
  ],
)

export const assignments = pgTable(
  'assignments',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    officerId: text('officer_id').notNull(),
    leaderId: text('leader_id').notNull(),
    /** People's ids. */
    helpers: jsonb('helpers').$type<string[]>().notNull(),
    suggested: jsonb('suggested').$type<Json>(),
    reason: sealed('reason'),
    acceptBy: instant('accept_by').notNull(),
    acceptedAt: instant('accepted_at'),
    endedAt: instant('ended_at'),
    ended: text('ended').$type<'declined' | 'reassigned' | 'closed'>(),
    endReason: sealed('end_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('assignments_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

export const referrals = pgTable(
  'referrals',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    /** Null is this station. */
    fromUnit: text('from_unit'),
    toUnit: text('to_unit').notNull(),
    /** An article, or a code of the legal limits. */
    legalBasis: text('legal_basis'),
    /** Receiver, phone, reason and materials, as JSON. */
    details: sealed('details').notNull(),
    dueAt: instant('due_at').notNull(),
    ackAt: instant('ack_at'),
    result: text('result').$type<'taken' | 'returned' | 'finished'>(),
    resultAt: instant('result_at'),
    /** What came of it, or why it was sent back. */
    resultWords: sealed('result_words'),
    toldReporterAt: instant('told_reporter_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('referrals_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

/** Cases that may be or are the same, or that belong together. */
export const disputeLinks = pgTable(
  'dispute_links',
  {
    stationId: stationId(),
    disputeId: text('dispute_id').notNull(),
    otherId: text('other_id').notNull(),
    kind: text('kind').$type<'maybe-same' | 'merged' | 'not-same' | 'sub'>().notNull(),
    /** Why they may be the same: codes. */
    reasons: jsonb('reasons').$type<string[]>().notNull().default([]),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.disputeId, t.otherId] }), ofDispute(t)],
)

/** Warnings that were given (W01–W22), so that none is given twice for one cause. */
export const warnings = pgTable(
  'warnings',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id'),
    code: text('code').notNull(),
    /** What it was about, such as a duty's id and a day. */
    about: text('about').notNull(),
    /** One giving of it: the same slot is never given twice. Null in what was written before there were slots. */
    slot: text('slot'),
    /** Why, as codes with numbers, and the cases it is about where it is not about one alone. */
    reasons: jsonb('reasons').$type<Json>(),
    cases: jsonb('cases').$type<string[]>().notNull().default([]),
    /** Whom it concerns, by id. */
    people: jsonb('people').$type<string[]>().notNull().default([]),
    at: instant('at').notNull(),
    /** When they were told; null while it waits for the day's digest. */
    toldAt: instant('told_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('warnings_dispute').on(t.stationId, t.disputeId, t.code, t.about),
    uniqueIndex('warnings_slot').on(t.stationId, t.code, t.slot).where(sql`slot is not null`),
    index('warnings_untold').on(t.stationId, t.at).where(sql`told_at is null and slot is not null`),
  ],
)
