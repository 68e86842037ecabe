// Talking: addresses, what each has before it, what was heard, what is promised to be said.
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Locale } from '../../flows/core/event.ts'
import { instant, sealed, stationId, text } from './columns.ts'

export const addresses = pgTable(
  'addresses',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    channel: text('channel').notNull(),
    /** Blind index of the platform's id, and the id itself, sealed. */
    lookup: text('lookup').notNull(),
    channelId: sealed('channel_id').notNull(),
    /** Who works here and is bound to this address; null for residents. */
    personId: text('person_id'),
    keyId: text('key_id').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The person asked us to send nothing more of our own accord. */
    stoppedAt: instant('stopped_at'),
    /** Since when nothing could be delivered; null while all is well. */
    unreachableSince: instant('unreachable_since'),
    /** Wrong one-time codes lately, and when the first of them was. */
    wrongCodes: integer('wrong_codes').notNull().default(0),
    wrongSince: instant('wrong_since'),
    /** A group of staff: it gets alerts without personal words, and nobody speaks from it. */
    isGroup: boolean('is_group').notNull().default(false),
    /** One-off permissions to write first that the person gave and that are not used yet. */
    grants: integer('grants').notNull().default(0),
    /** Addresses of one resident share this; null while there is one only. */
    residentId: text('resident_id'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.id] }),
    uniqueIndex('addresses_lookup').on(t.stationId, t.channel, t.lookup),
    index('addresses_person').on(t.stationId, t.personId).where(sql`person_id is not null`),
    index('addresses_resident').on(t.stationId, t.residentId).where(sql`resident_id is not null`),
  ],
)

/** One row an address: its sitting, sealed, and the revision that a turn must have seen. */
export const conversations = pgTable(
  'conversations',
  {
    stationId: stationId(),
    addressId: text('address_id').notNull(),
    rev: integer('rev').notNull(),
    /** Null before the first turn. */
    state: sealed('state'),
    wakeAt: instant('wake_at'),
    /** The language of the sitting, for what is sent outside a turn. */
    locale: text('locale').$type<Locale>().notNull(),
    /** The number of the last message promised to this address. */
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull().default(0),
    /** Everything said to this address is sent at most once. */
    atRisk: boolean('at_risk').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.addressId] }),
    index('conversations_wake').on(t.stationId, t.wakeAt).where(sql`wake_at is not null`),
  ],
)

/** The transcript, and the proof that an inbound id was heard before. `inbound` is a keyed hash of channel and id. */
export const heard = pgTable(
  'heard',
  {
    stationId: stationId(),
    addressId: text('address_id').notNull(),
    inbound: text('inbound').notNull(),
    at: instant('at').notNull(),
    content: sealed('content').notNull(),
    /** A keyed hash of what the platform calls the message, so that its correction finds it. */
    ref: text('ref'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.addressId, t.inbound] }),
    index('heard_ref').on(t.stationId, t.addressId, t.ref).where(sql`ref is not null`),
  ],
)

export type ParcelState = 'ready' | 'sending' | 'waiting' | 'delivered' | 'dead' | 'unknown'

/** Messages promised in the transaction that made them necessary. */
export const outbox = pgTable(
  'outbox',
  {
    stationId: stationId(),
    addressId: text('address_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** What the content was sealed for; an address and a `seq` name the row. */
    id: text('id').notNull(),
    at: instant('at').notNull(),
    class: text('class').$type<'repeatable' | 'once'>().notNull(),
    state: text('state').$type<ParcelState>().notNull().default('ready'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this: when to try again, or when the lease of whoever claimed it ends. */
    runAt: instant('run_at').notNull(),
    /** 0 is ordinary; higher goes first. */
    priority: integer('priority').notNull().default(0),
    content: sealed('content').notNull(),
    disputeId: text('dispute_id'),
    /** A code, never words. */
    reason: text('reason'),
    endedAt: instant('ended_at'),
    /** A message to be posted in the transaction that records the delivery of this one. */
    afterAddress: text('after_address'),
    afterId: text('after_id'),
    afterContent: sealed('after_content'),
    /** What the platform calls the message, where it can be changed later. */
    ref: text('ref'),
    /** A card whose buttons still stand: it is shown anew when its case moves on. */
    live: boolean('live').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.addressId, t.seq] }),
    index('outbox_head').on(t.stationId, t.addressId, t.seq).where(sql`state in ('ready', 'sending')`),
    index('outbox_next')
      .on(t.stationId, t.priority.desc(), t.runAt)
      .where(sql`state in ('ready', 'sending')`),
    index('outbox_case').on(t.stationId, t.disputeId).where(sql`live or ref is not null`),
    index('outbox_dead').on(t.stationId, t.endedAt).where(sql`state in ('dead', 'unknown')`),
  ],
)
