// Who works here, and the one-time codes that bind an address to somebody.
import { boolean, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Role } from '../../flows/casework/roles.ts'
import { instant, jsonb, stationId, text } from './columns.ts'

/** Staff. Names are what the station calls them at work, and stand in clear. */
export const people = pgTable(
  'people',
  {
    stationId: stationId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    roles: jsonb('roles').$type<Role[]>().notNull(),
    /** Village codes they look after; empty is all. */
    villages: jsonb('villages').$type<string[]>().notNull(),
    female: boolean('female').notNull().default(false),
    /** On leave or otherwise not to be assigned. */
    active: boolean('active').notNull().default(true),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.id] })],
)

/** Only a keyed hash of the code is kept. */
export const codes = pgTable(
  'codes',
  {
    stationId: stationId(),
    hash: text('hash').notNull(),
    purpose: text('purpose').$type<'staff' | 'join' | 'link'>().notNull(),
    /** Who may use a `link` code's other side: the address that asked for it. */
    addressId: text('address_id'),
    personId: text('person_id'),
    disputeId: text('dispute_id'),
    side: text('side').$type<'A' | 'B'>(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    usedBy: text('used_by'),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.hash] }),
    index('codes_person').on(t.stationId, t.personId),
    index('codes_dispute').on(t.stationId, t.disputeId),
  ],
)

/** Who is on duty when, night duty included. Without a row for a time, whoever has the role `duty` is. */
export const dutyShifts = pgTable(
  'duty_shifts',
  {
    stationId: stationId(),
    personId: text('person_id').notNull(),
    begins: instant('begins').notNull(),
    ends: instant('ends').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.begins, t.personId] }),
    index('duty_shifts_ends').on(t.stationId, t.ends),
  ],
)
