// Working together on a case: joint mediation and who was asked to it, and simple cases offered to mediators of the village.
import { boolean, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, jsonb, sealed, stationId, text } from './columns.ts'
import { ofDispute, type Side } from './dispute.ts'

/** 三调联动（警力＋干部＋民力）: one sitting together. */
export const jointMeetings = pgTable(
  'joint_meetings',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    no: integer('no').notNull(),
    /** When it is to be held. */
    at: instant('at').notNull(),
    by: text('by').notNull(),
    /** Who leads the talk: a person's id. */
    hostId: text('host_id').notNull(),
    place: sealed('place').notNull(),
    /** `zh`, `bo`, `both`… and who interprets, where that is needed. */
    language: text('language').notNull(),
    interpreterId: text('interpreter_id'),
    state: text('state').$type<'planned' | 'held' | 'cancelled'>().notNull(),
    createdAt: instant('created_at').notNull(),
    heldAt: instant('held_at'),
    endedAt: instant('ended_at'),
    result: text('result').$type<'agreed' | 'again' | 'failed' | 'absent'>(),
    /** The sides that were there. */
    present: jsonb('present').$type<Side[]>(),
    record: sealed('record'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('joint_meetings_no').on(t.stationId, t.disputeId, t.no),
    index('joint_meetings_at').on(t.stationId, t.state, t.at),
    ofDispute(t),
  ],
)

/** Somebody who was asked to a sitting. Staff by their id; others by a sealed name, and only with the consent of both sides. */
export const jointInvitations = pgTable(
  'joint_invitations',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    meetingId: text('meeting_id').notNull(),
    disputeId: text('dispute_id').notNull(),
    slot: text('slot').$type<'police' | 'cadre' | 'people' | 'party'>().notNull(),
    personId: text('person_id'),
    side: text('side').$type<Side>(),
    /** Name and relation of somebody who does not work here, as JSON. */
    guest: sealed('guest'),
    /** The sides that agreed to this guest. */
    consents: jsonb('consents').$type<Side[]>().notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer').$type<'coming' | 'cannot' | 'other-time'>(),
    answeredAt: instant('answered_at'),
    words: sealed('words'),
    came: boolean('came'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('joint_invitations_meeting').on(t.stationId, t.meetingId),
    index('joint_invitations_person').on(t.stationId, t.personId),
    ofDispute(t),
  ],
)

/** A simple case, offered to a mediator of its village before anybody else takes it. */
export const offers = pgTable(
  'offers',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
    until: instant('until').notNull(),
    answer: text('answer').$type<'taken' | 'declined' | 'lapsed'>(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('offers_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)
