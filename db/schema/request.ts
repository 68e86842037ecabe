// 困难诉求: a difficulty that somebody has and that is no dispute, with a promise of its own.
import { index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, sealed, stationId, text } from './columns.ts'

export const requests = pgTable(
  'requests',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    rev: integer('rev').notNull().default(1),
    at: instant('at').notNull(),
    keyId: text('key_id').notNull(),
    /** Where it came from: the codes of a case's `source`. */
    source: text('source').notNull(),
    reporterAddress: text('reporter_address'),
    conversationId: text('conversation_id'),
    village: text('village'),
    /** What kind of difficulty: a code. */
    kind: text('kind').notNull(),
    words: sealed('words').notNull(),
    name: sealed('name'),
    phone: sealed('phone'),
    ownerId: text('owner_id'),
    leaderId: text('leader_id'),
    acceptBy: instant('accept_by').notNull(),
    acceptedAt: instant('accepted_at'),
    /** By when an answer was promised; it moves only with a reason that the person is told. */
    promisedBy: instant('promised_by').notNull(),
    reason: sealed('reason'),
    reasonAt: instant('reason_at'),
    state: text('state')
      .$type<'open' | 'taken' | 'solved' | 'answered' | 'passed-on' | 'declined'>()
      .notNull(),
    answer: sealed('answer'),
    answeredAt: instant('answered_at'),
    /** The person was told the answer: in chat, or by an officer. */
    toldAt: instant('told_at'),
    /** It turned out to be a dispute. */
    disputeId: text('dispute_id'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('requests_number').on(t.stationId, t.number),
    index('requests_state').on(t.stationId, t.state, t.promisedBy),
    index('requests_at').on(t.stationId, t.at),
  ],
)
