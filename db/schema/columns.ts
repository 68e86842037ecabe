// Column kinds that every table is made of.
import { bigint, customType } from 'drizzle-orm/pg-core'
import { storable, storableJson } from '../clean.ts'

/** Text that PostgreSQL cannot refuse. */
export const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: storable,
})

/** JSON in the same way; both drivers hand it back parsed. */
export const jsonb = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(storableJson(value)),
})

/** The station a row belongs to: the first column of every key, so that tables could be spread by it. */
export const stationId = () => text('station_id').notNull()

/** Milliseconds since the epoch. */
export const instant = (name: string) => bigint(name, { mode: 'number' })

/** Money in fen. */
export const fen = (name: string) => bigint(name, { mode: 'number' })

/** Words that only a data key opens; see db/keys/vault.ts. */
export const sealed = (name: string) => text(name)

/** Bytes, read back as a Buffer by both drivers. */
export const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})
