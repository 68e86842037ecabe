// The calendar of duty: from a file into the books, again and again with the same result.
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { type Calendar, instantAt } from '../flows/casework/calendar.ts'
import type { Instant, Json } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import { onShift, shiftsFrom } from './books/shifts.ts'
import type { Books } from './books.ts'
import { dutyShifts, people } from './schema/index.ts'
import { type DutyFile, dutySchema } from './station-file.ts'
import type { Admin } from './store.ts'

/** A list of shifts, or a file that holds one under `duty`. Throws one sentence when it does not fit. */
export async function importDuty(base: Base, books: Books, json: Json): Promise<number> {
  const list = z.union([dutySchema, z.object({ duty: dutySchema }).transform(({ duty }) => duty)])
  const parsed = list.safeParse(json)
  if (!parsed.success)
    throw new Error(
      'The duty file does not fit: it is a list of {"name", "from", "until"} with times such as 2026-12-01 20:00.',
    )
  await writeDuty(base, books, parsed.data, books.station.rulebook.calendar)
  return parsed.data.length
}

/** What the list covers, from its first hour to its last, takes the place of what was there. */
export async function writeDuty(base: Base, books: Books, duty: DutyFile, calendar: Calendar): Promise<void> {
  if (duty.length === 0) return
  const shifts = await Promise.all(duty.map((one) => shiftOf(base, books, one, calendar)))
  const begins = Math.min(...shifts.map((one) => one.begins))
  const ends = Math.max(...shifts.map((one) => one.ends))
  await books.tx
    .delete(dutyShifts)
    .where(
      and(eq(dutyShifts.stationId, base.station), lt(dutyShifts.begins, ends), gt(dutyShifts.ends, begins)),
    )
  await books.tx.insert(dutyShifts).values(shifts).onConflictDoNothing()
  books.audit('duty-imported', `station:${base.station}`, { shifts: shifts.length, begins, ends })
}

async function shiftOf(base: Base, { tx }: Books, one: DutyFile[number], calendar: Calendar) {
  const begins = instantOf(one.from, calendar)
  const ends = instantOf(one.until, calendar)
  if (!(begins < ends))
    throw new Error(`The duty of ${one.name} from ${one.from} does not end after it begins.`)
  const named = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.stationId, base.station), eq(people.name, one.name), isNull(people.revokedAt)))
  if (named.length > 1) throw new Error(`Several people are called ${one.name}.`)
  if (!named[0]) throw new Error(`Nobody here is ${one.name}.`)
  return { stationId: base.station, personId: named[0].id, begins, ends }
}

function instantOf(clock: string, calendar: Calendar): Instant {
  const [day = '', time = ''] = clock.split(' ')
  const at = Number.isNaN(Date.parse(`${day}T${time}:00Z`)) ? Number.NaN : instantAt(day, time, calendar)
  if (Number.isNaN(at)) throw new Error(`There is no such time as ${clock}.`)
  return at
}

/** What is ahead, and who is on duty now; `calendar` is false where the role alone says it. */
export async function listDuty(base: Base, now: Instant): ReturnType<Admin['listDuty']> {
  const tx = base.database.orm
  const shifts = await shiftsFrom(base, tx, now)
  const shift = await onShift(base, tx, now)
  return { calendar: shift !== null, shifts: shifts.map((one) => ({ ...one, now: one.begins <= now })) }
}
