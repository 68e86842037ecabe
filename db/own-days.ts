// The station's own days on the command line: added, removed, brought in from a file, listed. A refusal is one sentence.
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { DAY_KINDS, type OwnDay } from '../flows/casework/own-days.ts'
import type { Json } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import type { Books } from './books.ts'
import { allCalendarDays } from './queries/calendar-days.ts'
import { calendarDays, stations } from './schema/index.ts'

const words = z.string().trim().min(1).max(60)
const dayShape = z.iso.date()
const kindShape = z.enum(DAY_KINDS)
const ownDay = z.strictObject({ day: dayShape, kind: kindShape, zh: words, en: words.optional() })
const MOST = 2_000

/** One day, or again under another name. */
export async function addDay(
  base: Base,
  books: Books,
  given: { day: string; kind: string; zh: string; en: string | null },
) {
  const kind = readKind(given.kind)
  const day = readDay(given.day)
  if (!words.safeParse(given.zh).success) throw new Error('A day needs a name of at most 60 characters.')
  if (given.en !== null && !words.safeParse(given.en).success)
    throw new Error('The English name has at most 60 characters, and at least one.')
  const one: OwnDay = { day, kind, zh: given.zh.trim(), en: (given.en ?? given.zh).trim() }
  await write(base, books, [one])
  return one
}

export async function removeDay(
  base: Base,
  books: Books,
  given: { day: string; kind: string },
): Promise<void> {
  const kind = readKind(given.kind)
  const day = readDay(given.day)
  const gone = await books.tx
    .delete(calendarDays)
    .where(
      and(eq(calendarDays.stationId, base.station), eq(calendarDays.day, day), eq(calendarDays.kind, kind)),
    )
    .returning({ day: calendarDays.day })
  if (gone.length === 0) throw new Error(`${day} is not in the calendar as ${kind}.`)
  await changed(base, books)
  books.audit('calendar-removed', `station:${base.station}`, { day, kind })
}

/** A list of days, or a file that holds one under `days`; what it names is added, or given its new name. */
export async function importDays(base: Base, books: Books, json: Json): Promise<number> {
  const list = z.array(ownDay).min(1).max(MOST)
  const parsed = z.union([list, z.object({ days: list }).transform(({ days }) => days)]).safeParse(json)
  if (!parsed.success)
    throw new Error(
      `The calendar file does not fit: it is a list of {"day", "kind", "zh", "en"} with days such as 2027-02-06 and the kinds ${DAY_KINDS.join(', ')}.`,
    )
  const days = parsed.data.map(({ day, kind, zh, en }): OwnDay => ({ day, kind, zh, en: en ?? zh }))
  await write(base, books, days)
  return days.length
}

/** `year` is four digits; all years where it is null. */
export async function listDays(base: Base, year: string | null): Promise<OwnDay[]> {
  if (year !== null && !/^\d{4}$/.test(year)) throw new Error('A year is written as 2027.')
  const days = await allCalendarDays(base.database.orm, base.station)
  return days.filter(({ day }) => year === null || day.startsWith(`${year}-`))
}

/** What the file says of one day twice counts once, the last time; a day is not free and worked at once. */
async function write(base: Base, books: Books, days: readonly OwnDay[]): Promise<void> {
  const last = [...new Map(days.map((one) => [`${one.day} ${one.kind}`, one])).values()]
  const known = await books.tx.select().from(calendarDays).where(eq(calendarDays.stationId, base.station))
  for (const { day, kind } of last) {
    const against = AGAINST[kind]
    if (against && [...last, ...known].some((one) => one.day === day && one.kind === against))
      throw new Error(`${day} cannot be ${kind} and ${against} at once; remove one of them first.`)
  }
  await books.tx
    .insert(calendarDays)
    .values(last.map((one) => ({ stationId: base.station, ...one, by: books.actor.id, at: books.now })))
    .onConflictDoUpdate({
      target: [calendarDays.stationId, calendarDays.day, calendarDays.kind],
      set: { zh: sql`excluded.zh`, en: sql`excluded.en`, by: sql`excluded.by`, at: sql`excluded.at` },
    })
  await changed(base, books)
  books.audit('calendar-added', `station:${base.station}`, {
    days: last.map(({ day, kind }) => `${day} ${kind}`),
  })
}

const AGAINST: { readonly [K in OwnDay['kind']]?: OwnDay['kind'] } = {
  holiday: 'workday',
  workday: 'holiday',
}

/** Every process reads the station anew. */
async function changed(base: Base, { tx }: Books): Promise<void> {
  await tx
    .update(stations)
    .set({ rev: sql`${stations.rev} + 1` })
    .where(eq(stations.id, base.station))
}

function readKind(kind: string): OwnDay['kind'] {
  const parsed = kindShape.safeParse(kind)
  if (!parsed.success)
    throw new Error(`There is no kind ${kind} of day; the kinds are ${DAY_KINDS.join(', ')}.`)
  return parsed.data
}

function readDay(day: string): string {
  const parsed = dayShape.safeParse(day)
  if (!parsed.success) throw new Error(`There is no day ${day}; a day is written as 2027-02-06.`)
  return parsed.data
}
