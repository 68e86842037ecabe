// What the rules of warning are told of the station: its cases, a line each, and the days that were entered by hand.
import { and, eq, gte, inArray, notInArray, or } from 'drizzle-orm'
import { addDays, dayOf } from '../../flows/casework/calendar.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { SubCode } from '../../flows/casework/tables/taxonomy.ts'
import type { Listed, StationWatched } from '../../flows/casework/warnings/types.ts'
import { YEARS } from '../../flows/casework/warnings/w11.ts'
import type { Books } from '../books.ts'
import { calendarDays, disputes } from '../schema/index.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']
const LATELY_DAYS = 60
const LAND = ['LF-CC', 'LF-GR']

export async function watchedStation(books: Books): Promise<StationWatched> {
  const [cases, days] = await Promise.all([listed(books), daysAhead(books)])
  return { cases, days, villages: books.station.villages.map(({ code, name }) => ({ code, name })) }
}

async function listed(books: Books): Promise<Listed[]> {
  const { calendar } = books.station.rulebook
  const rows = await books.tx
    .select({
      id: disputes.id,
      number: disputes.number,
      state: disputes.state,
      level: disputes.level,
      category: disputes.category,
      village: disputes.village,
      filedAt: disputes.filedAt,
    })
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        or(
          notInArray(disputes.state, ENDED),
          gte(disputes.filedAt, addDays(books.now, -LATELY_DAYS, calendar)),
          and(
            inArray(disputes.category, LAND),
            gte(disputes.filedAt, addDays(books.now, -365 * YEARS, calendar)),
          ),
        ),
      ),
    )
    .orderBy(disputes.number)
  return rows.map((row) => ({ ...row, state: row.state as State, category: row.category as SubCode }))
}

async function daysAhead(books: Books): Promise<StationWatched['days']> {
  const today = dayOf(books.now, books.station.rulebook.calendar)
  return books.tx
    .select({ day: calendarDays.day, zh: calendarDays.zh, en: calendarDays.en })
    .from(calendarDays)
    .where(
      and(
        eq(calendarDays.stationId, books.station.id),
        inArray(calendarDays.kind, ['festival', 'sensitive']),
        gte(calendarDays.day, today),
      ),
    )
    .orderBy(calendarDays.day)
}
