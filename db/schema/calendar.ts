// The station's own days, entered by hand year by year: nothing is computed from a lunar calendar.
import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { OwnDay } from '../../flows/casework/own-days.ts'
import { instant, stationId, text } from './columns.ts'

export type DayKind = OwnDay['kind']

/**
 * `holiday`: nobody works. `workday`: worked although it is a weekend. `festival`, `sensitive`: days to be ready for, such as
 * a horse race, a prayer gathering, the beginning of school.
 */
export const calendarDays = pgTable(
  'calendar_days',
  {
    stationId: stationId(),
    /** YYYY-MM-DD */
    day: text('day').notNull(),
    kind: text('kind').$type<DayKind>().notNull(),
    zh: text('zh').notNull(),
    en: text('en').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stationId, t.day, t.kind] }),
    index('calendar_days_kind').on(t.stationId, t.kind, t.day),
  ],
)
