// The station's own days: entered by hand, merged into the calendar and the festivals it works by.
import { asc, eq } from 'drizzle-orm'
import type { OwnDay } from '../../flows/casework/own-days.ts'
import type { Tx } from '../books.ts'
import { calendarDays } from '../schema/index.ts'

export async function allCalendarDays(tx: Tx, station: string): Promise<OwnDay[]> {
  const rows = await tx
    .select()
    .from(calendarDays)
    .where(eq(calendarDays.stationId, station))
    .orderBy(asc(calendarDays.day), asc(calendarDays.kind))
  return rows.map(({ day, kind, zh, en }) => ({ day, kind, zh, en }))
}
