// The station itself: its settings, villages, rules, and the counters of its numbers.
import { bigint, boolean, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Rulebook } from '../../flows/casework/rulebook.ts'
import type { Json } from '../../flows/core/event.ts'
import { instant, jsonb, stationId, text } from './columns.ts'

export const stations = pgTable('stations', {
  id: text('id').primaryKey(),
  /** Grows with every change of the settings, so that a cached copy can be compared. */
  rev: integer('rev').notNull().default(1),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  settings: jsonb('settings').$type<{ [key: string]: Json }>().notNull(),
  /** The rulebook in force; null is the default of casework. */
  rulebook: jsonb('rulebook').$type<Rulebook>(),
  demo: boolean('demo').notNull().default(false),
  /** How far the demo clock runs ahead. */
  clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
  /** Tells whether the sealing key of this process is the one these books were written with. */
  keyCheck: text('key_check').notNull(),
})

export const villages = pgTable(
  'villages',
  {
    stationId: stationId(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** What people call it. */
    names: jsonb('names').$type<string[]>().notNull(),
    township: text('township'),
    /** The order in which it is offered. */
    no: integer('no').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.code] })],
)

/** Every rulebook that was ever in force; a grading names its version. */
export const rulebookVersions = pgTable(
  'rulebook_versions',
  {
    stationId: stationId(),
    version: text('version').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    rulebook: jsonb('rulebook').$type<Rulebook>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.version] })],
)

/** The last number given, per kind and year. Taken in the transaction that uses it: no gaps, never twice. */
export const counters = pgTable(
  'counters',
  {
    stationId: stationId(),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stationId, t.kind, t.year] })],
)
