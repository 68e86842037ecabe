// From the first talk to the last duty: contacts, mediations, agreements, duties.
import { boolean, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import { fen, instant, jsonb, sealed, stationId, text } from './columns.ts'
import { ofDispute } from './dispute.ts'

export const contacts = pgTable(
  'contacts',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    side: text('side').$type<'A' | 'B' | 'both'>().notNull(),
    how: text('how').$type<'phone' | 'visit' | 'station'>().notNull(),
    rightsRead: boolean('rights_read').notNull(),
    willing: text('willing').$type<'yes' | 'no' | 'thinking'>(),
    note: sealed('note'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('contacts_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

export const mediations = pgTable(
  'mediations',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    no: integer('no').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    result: text('result').$type<'agreed' | 'again' | 'failed' | 'ended' | 'paused'>().notNull(),
    /** People's ids: police, cadres, people (三调联动). */
    helpers: jsonb('helpers').$type<string[]>().notNull(),
    /** Place, summary and reason, as JSON. */
    record: sealed('record').notNull(),
    /** YYYY-MM-DD */
    resumeOn: text('resume_on'),
    remediesTold: boolean('remedies_told'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('mediations_no').on(t.stationId, t.disputeId, t.no),
    ofDispute(t),
  ],
)

export const agreements = pgTable(
  'agreements',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    number: text('number').notNull(),
    form: text('form').$type<'written' | 'oral'>().notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    onTheSpot: boolean('on_the_spot').notNull(),
    signed: boolean('signed').notNull(),
    /** Null until a signed paper (or the record of an oral one) exists. */
    effectiveAt: instant('effective_at'),
    /** Another agreement has taken its place. */
    replacedAt: instant('replaced_at'),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('agreements_number').on(t.stationId, t.number),
    index('agreements_dispute').on(t.stationId, t.disputeId, t.at),
    ofDispute(t),
  ],
)

export const duties = pgTable(
  'duties',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    agreementId: text('agreement_id').notNull(),
    no: integer('no').notNull(),
    debtor: text('debtor').$type<'A' | 'B' | 'both' | 'third'>().notNull(),
    creditor: text('creditor').$type<'A' | 'B' | 'both'>().notNull(),
    kind: text('kind')
      .$type<'pay' | 'remove' | 'return' | 'apologise' | 'stop' | 'boundary' | 'other'>()
      .notNull(),
    what: sealed('what').notNull(),
    amountFen: fen('amount_fen'),
    paidFen: fen('paid_fen').notNull().default(0),
    /** The last instant; null for a lasting duty. */
    dueAt: instant('due_at'),
    /** `open`, `done`, `part`, `overdue`, `waived`, `lasting`, `replaced` */
    state: text('state').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('duties_no').on(t.stationId, t.agreementId, t.no),
    index('duties_dispute').on(t.stationId, t.disputeId),
    index('duties_due').on(t.stationId, t.state, t.dueAt),
    ofDispute(t),
  ],
)

export const dutyEvents = pgTable(
  'duty_events',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    dutyId: text('duty_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    what: text('what').$type<'done' | 'part' | 'not' | 'extended' | 'waived' | 'overdue'>().notNull(),
    amountFen: fen('amount_fen'),
    proof: text('proof').$type<'receipt' | 'transfer' | 'creditor' | 'seen'>(),
    newDueAt: instant('new_due_at'),
    reason: sealed('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('duty_events_duty').on(t.stationId, t.dutyId, t.at),
    ofDispute(t),
  ],
)

/** A change of one duty: another day, or another sum. It counts once both sides have said yes, by tap or on paper. */
export const supplements = pgTable(
  'supplements',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    disputeId: text('dispute_id').notNull(),
    dutyId: text('duty_id').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    newDueAt: instant('new_due_at'),
    newAmountFen: fen('new_amount_fen'),
    reason: sealed('reason'),
    state: text('state').$type<'asked' | 'agreed' | 'refused' | 'withdrawn'>().notNull(),
    /** How and when each side agreed; null while it has not. */
    agreedA: text('agreed_a').$type<'chat' | 'paper'>(),
    agreedAAt: instant('agreed_a_at'),
    agreedB: text('agreed_b').$type<'chat' | 'paper'>(),
    agreedBAt: instant('agreed_b_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    index('supplements_dispute').on(t.stationId, t.disputeId, t.at),
    index('supplements_duty').on(t.stationId, t.dutyId, t.state),
    ofDispute(t),
  ],
)
