// The file that describes a station to `station import`.
import { z } from 'zod'
import { ROLES } from '../flows/casework/roles.ts'

const words = z.string().trim().min(1).max(200)
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** Those a person can have; the others act by themselves. */
const role = z.enum(
  ROLES.map((one) => one.code).filter((one) => !['bot', 'system', 'external'].includes(one)),
)

/** Wall-clock time at the station. */
const clock = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'a time is written as 2026-12-01 20:00')

/** Who is on duty when; night duty goes on past midnight. */
export const dutySchema = z.array(z.strictObject({ name: words, from: clock, until: clock })).max(2_000)

export const stationFileSchema = z.strictObject({
  name: words,
  phone: words,
  /** A database with nothing in it becomes a demo, whose clock may be moved. */
  demo: z.boolean().default(false),
  villages: z
    .array(
      z.strictObject({
        code,
        name: words,
        /** What else people call it. */
        names: z.array(words).default([]),
        township: words.nullable().default(null),
      }),
    )
    .default([]),
  /** Recognised by name when the file is imported again. */
  people: z
    .array(
      z.strictObject({
        name: words,
        roles: z.array(role).min(1),
        villages: z.array(code).default([]),
        female: z.boolean().default(false),
        active: z.boolean().default(true),
      }),
    )
    .default([]),
  /** The calendar of duty. What it covers, from its first hour to its last, takes the place of what was there. */
  duty: dutySchema.default([]),
  /** A part of the rulebook that differs from the one in force. */
  rules: z.record(z.string(), z.json()).default({}),
  /** Anything else flows and pages should know. */
  settings: z.record(z.string(), z.json()).default({}),
})

export type DutyFile = z.infer<typeof dutySchema>
export type StationFile = z.infer<typeof stationFileSchema>
