// Bringing a station's file into the books: again and again, with the same result.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { override, type Patch } from '../flows/casework/override.ts'
import { withOwnDays } from '../flows/casework/own-days.ts'
import { isRefused } from '../flows/casework/refusal.ts'
import type { Rulebook } from '../flows/casework/rulebook.ts'
import type { Json } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import type { Books } from './books.ts'
import { writeDuty } from './import-duty.ts'
import { allCalendarDays } from './queries/calendar-days.ts'
import { disputes, people, rulebookVersions, stations, villages } from './schema/index.ts'
import { storedRulebook } from './station.ts'
import { type StationFile, stationFileSchema } from './station-file.ts'

/** Throws one sentence when the file does not fit. */
export async function importStation(
  base: Base,
  books: Books,
  json: Json,
): Promise<{ villages: number; people: number }> {
  const parsed = stationFileSchema.safeParse(json)
  if (!parsed.success)
    throw new Error(`The station file does not fit: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
  const file = parsed.data
  const unknown = file.people
    .flatMap((one) => one.villages)
    .find((code) => !file.villages.some((v) => v.code === code))
  if (unknown) throw new Error(`The station file does not fit: there is no village ${unknown}.`)
  const { calendar } = await writeStation(base, books, file)
  await writeVillages(base, books, file)
  await writePeople(base, books, file)
  await writeDuty(base, books, file.duty, calendar)
  books.audit('station-imported', `station:${base.station}`, {
    villages: file.villages.length,
    people: file.people.length,
  })
  return { villages: file.villages.length, people: file.people.length }
}

async function writeStation(base: Base, books: Books, file: StationFile): Promise<Rulebook> {
  const { tx, now, station } = books
  if (file.demo && !station.demo) {
    const [real] = await tx
      .select({ id: disputes.id })
      .from(disputes)
      .where(eq(disputes.stationId, base.station))
      .limit(1)
    if (real) throw new Error('This database holds cases already; it cannot become a demo.')
  }
  const rulebook = newRules(books, file, await keptRules(base, books))
  if (rulebook)
    await tx.insert(rulebookVersions).values({
      stationId: base.station,
      version: rulebook.version,
      at: now,
      by: books.actor.id,
      rulebook,
    })
  await tx
    .update(stations)
    .set({
      rev: sql`${stations.rev} + 1`,
      name: file.name,
      phone: file.phone,
      demo: file.demo || station.demo,
      settings: file.settings as { [key: string]: Json },
      ...(rulebook ? { rulebook } : {}),
    })
    .where(eq(stations.id, base.station))
  return rulebook === null ? station.rulebook : withOwnDays(rulebook, await allCalendarDays(tx, base.station))
}

/** A rulebook is changed as it is kept: the days laid over it stay out of it. */
async function keptRules(base: Base, { tx }: Books): Promise<Rulebook> {
  const [row] = await tx
    .select({ rulebook: stations.rulebook })
    .from(stations)
    .where(eq(stations.id, base.station))
  return storedRulebook(row?.rulebook ?? null)
}

/** Null when nothing changes. */
function newRules({ actor, now }: Books, { rules }: StationFile, kept: Rulebook): Rulebook | null {
  if (Object.keys(rules).length === 0) return null
  const changed = override(kept, rules as Patch, {
    who: actor.id,
    when: now,
    why: 'station file',
  })
  if (!isRefused(changed)) return changed
  if (changed.refused === 'no-change') return null
  throw new Error(`The station file's rules do not fit: ${changed.say.en}`)
}

async function writeVillages(base: Base, { tx }: Books, file: StationFile): Promise<void> {
  await tx.delete(villages).where(eq(villages.stationId, base.station))
  const rows = file.villages.map((village, no) => ({ stationId: base.station, no, ...village }))
  if (rows.length > 0) await tx.insert(villages).values(rows)
}

async function writePeople(base: Base, books: Books, file: StationFile): Promise<void> {
  const { tx, now } = books
  for (const [i, one] of file.people.entries()) {
    const known = and(eq(people.stationId, base.station), eq(people.name, one.name), isNull(people.revokedAt))
    const changed = await tx.update(people).set(one).where(known).returning({ id: people.id })
    if (changed.length > 0) continue
    // A later instant for each keeps them in the order of the file.
    await tx.insert(people).values({ stationId: base.station, id: books.newId(), ...one, createdAt: now + i })
  }
}
