// The station's morning: warnings about the station as a whole, and everything that waited, to each person in one message.
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import {
  dayOf,
  type Instant,
  inQuietHours,
  instantAt,
  outsideQuietHours,
  shiftDay,
} from '../../flows/casework/calendar.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { STATION_RULES } from '../../flows/casework/warnings/index.ts'
import type { Books, DueHandler } from '../books.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { disputes, warnings } from '../schema/index.ts'
import { end, give, told } from '../warnings/give.ts'
import { casesOf, shownTo } from '../warnings/may-see.ts'
import { groupsOf, type WarningRow } from '../warnings/shown.ts'
import { watchedStation } from '../warnings/watched-station.ts'
import { whomOfStation } from '../warnings/whom.ts'

/** Before the day's work begins. [D] */
const HOUR = '08:30'
const STATION_CODES: readonly string[] = STATION_RULES.map(({ code }) => code)

export const warningsDue: DueHandler = async (books) => {
  const { calendar } = books.station.rulebook
  // Late, after an outage: not in the middle of the night, and then not once more on the same day.
  if (inQuietHours(books.now, calendar))
    return books.schedule({ key: KIND, kind: KIND, at: outsideQuietHours(books.now, calendar) })
  await endOfEnded(books)
  await lookAtStation(books)
  await tellDay(books)
  await books.schedule({ key: KIND, kind: KIND, at: hourOf(books, shiftDay(dayOf(books.now, calendar), 1)) })
}

const KIND = 'warnings'
const hourOf = (books: Books, day: string): Instant => instantAt(day, HOUR, books.station.rulebook.calendar)

export function nextWarnings(books: Books): Instant {
  const today = dayOf(books.now, books.station.rulebook.calendar)
  const at = hourOf(books, today)
  return at > books.now ? at : hourOf(books, shiftDay(today, 1))
}

/** A case that has ended is looked at by no night; what stood of it does not stand any more. */
async function endOfEnded(books: Books): Promise<void> {
  const rows = await books.tx
    .select({ id: warnings.id, state: disputes.state })
    .from(warnings)
    .innerJoin(disputes, and(eq(disputes.stationId, warnings.stationId), eq(disputes.id, warnings.disputeId)))
    .where(stands(books))
  const over = rows.filter(({ state }) => !isOpen(state as State))
  await end(
    books,
    over.map(({ id }) => id),
  )
}

const stands = (books: Books) =>
  and(eq(warnings.stationId, books.station.id), isNotNull(warnings.slot), isNull(warnings.endedAt))

async function lookAtStation(books: Books): Promise<void> {
  const facts = await watchedStation(books)
  const found = STATION_RULES.flatMap(({ rule }) => rule(facts, books.now, books.station.rulebook))
  const before = await books.tx
    .select({ id: warnings.id, code: warnings.code, slot: warnings.slot })
    .from(warnings)
    .where(and(stands(books), inArray(warnings.code, [...STATION_CODES])))
  const over = before.filter(({ code, slot }) => !found.some((one) => one.code === code && one.slot === slot))
  await end(
    books,
    over.map(({ id }) => id),
  )
  for (const warning of found) {
    const people = await whomOfStation(books, warning.to, warning.villages)
    if (await give(books, warning, { dispute: null, people, told: false }))
      books.audit('warning', `station:${books.station.id}`, { code: warning.code, step: warning.step })
  }
}

/** Each person once, with what concerns them; what reaches nobody goes to the chief. */
async function tellDay(books: Books): Promise<void> {
  const waiting = await books.tx
    .select()
    .from(warnings)
    .where(and(stands(books), isNull(warnings.toldAt)))
    .orderBy(warnings.at, warnings.id)
  if (waiting.length === 0) return
  const known = await casesOf(
    books,
    waiting.flatMap(({ cases }) => cases),
  )
  const reached = new Set<string>()
  const tell = async (person: string, rows: readonly WarningRow[]): Promise<void> => {
    const somebody = rows.length === 0 ? null : await books.person(person)
    const groups = somebody ? groupsOf(books, rows, await shownTo(books, somebody, known)) : []
    if (groups.length === 0) return
    const notice = { kind: 'warningDigest' as const, offset: offsetOf(books), groups }
    if ((await books.tellPerson(person, notice)) > 0) for (const { id } of rows) reached.add(id)
  }
  for (const person of new Set(waiting.flatMap(({ people }) => people)))
    await tell(
      person,
      waiting.filter(({ people }) => people.includes(person)),
    )
  const unheard = waiting.filter(({ id }) => !reached.has(id))
  for (const { id } of unheard.length > 0 ? await books.people({ roles: ['chief'], active: true }) : [])
    await tell(
      id,
      unheard.filter(({ people }) => !people.includes(id)),
    )
  await told(
    books,
    waiting.map(({ id }) => id),
  )
}
