// The command line's verbs. A refusal is an Error with one sentence.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { DAY } from '../flows/casework/calendar.ts'
import type { Role } from '../flows/casework/roles.ts'
import type { Instant } from '../flows/core/event.ts'
import { verify } from './audit.ts'
import type { Base } from './base.ts'
import { revoke } from './binding.ts'
import { CODE_TTL, makeCode } from './books/codes.ts'
import { ADMIN, inBooks, SYSTEM } from './books/make.ts'
import { member } from './books/people.ts'
import type { Books } from './books.ts'
import { countsOf, looseEndsOf } from './counts.ts'
import { awaitStanding } from './dues/standing.ts'
import { importDuty, listDuty } from './import-duty.ts'
import { importStation } from './import-station.ts'
import { rotate } from './keys/rotate.ts'
import { addDay, importDays, listDays, removeDay } from './own-days.ts'
import { reportFacts } from './queries/figures/report-facts.ts'
import { addresses, people, stations } from './schema/index.ts'
import { stationFileSchema } from './station-file.ts'
import type { Admin } from './store.ts'

/** The clock of a demonstration is moved on by hours at a time; elsewhere a code lives ten minutes. */
const DEMO_CODE_TTL = DAY

export function adminOf(base: Base): Admin {
  const asAdmin = <T>(now: Instant, work: (books: Books) => Promise<T>) =>
    inBooks(base, { now, actor: async () => ADMIN }, work)
  const { orm } = base.database
  const mine = eq(stations.id, base.station)
  return {
    async importStation(file, now) {
      const done = await asAdmin(now, (books) => importStation(base, books, file))
      return { station: base.station, ...done }
    },
    awaitStanding: (now) => inBooks(base, { now, actor: async () => SYSTEM }, awaitStanding),
    importDuty: (file, now) =>
      asAdmin(now, async (books) => ({ shifts: await importDuty(base, books, file) })),
    listDuty: (now) => listDuty(base, now),
    addDay: (day, now) => asAdmin(now, (books) => addDay(base, books, day)),
    removeDay: (day, now) => asAdmin(now, (books) => removeDay(base, books, day)),
    importDays: (file, now) => asAdmin(now, async (books) => ({ days: await importDays(base, books, file) })),
    listDays: (year) => listDays(base, year),
    addStaff: (person, now) => asAdmin(now, (books) => addStaff(base, books, person)),
    staffCode: (person, now) =>
      asAdmin(now, async (books) => {
        const { id } = await find(base, books, person)
        const ttl = books.station.demo ? DEMO_CODE_TTL : CODE_TTL
        const code = await makeCode(base, books.tx, now, { person: id }, ttl)
        books.audit('staff-code', `person:${id}`)
        return { code, expiresAt: now + ttl }
      }),
    revoke: (person, now) =>
      asAdmin(now, async (books) => {
        const { id } = await find(base, books, person)
        await revoke(base, books, id)
      }),
    listStaff: () => listStaff(base),
    caseShow: (number, now) =>
      asAdmin(now, async (books) => {
        const shown = await base.views.caseShow(books, number)
        if (shown === null) throw new Error(`There is no case ${number}.`)
        return shown
      }),
    report: (asked, now) => asAdmin(now, (books) => reportFacts(books, asked)),
    auditVerify: () => verify(orm, base.secrets.audit, base.station),
    async rotateKeys(now) {
      const wrapped = await rotate(base.database, base.ring.master)
      await asAdmin(now, async (books) =>
        books.audit('keys-rotated', `station:${base.station}`, {
          wrapped,
          version: base.ring.master.current,
        }),
      )
      return { wrapped }
    },
    backup: () => base.database.copy(),
    async advanceClock(ms) {
      if (!Number.isSafeInteger(ms) || ms <= 0) throw new Error('The clock only goes forward.')
      const [row] = await orm
        .update(stations)
        .set({ clockOffsetMs: sql`${stations.clockOffsetMs} + ${ms}` })
        .where(and(mine, eq(stations.demo, true)))
        .returning({ offset: stations.clockOffsetMs })
      if (!row) throw new Error('Only the clock of a demo database can be moved.')
      base.posted()
      return { now: Date.now() + row.offset }
    },
    async clockOffset() {
      const [row] = await orm.select({ offset: stations.clockOffsetMs }).from(stations).where(mine)
      return row?.offset ?? 0
    },
    async demo() {
      const [row] = await orm.select({ demo: stations.demo }).from(stations).where(mine)
      return row?.demo ?? false
    },
    counts: () => countsOf(base),
    looseEnds: () => looseEndsOf(base),
  }
}

async function addStaff(
  base: Base,
  books: Books,
  person: { name: string; roles: string[]; villages: string[] },
): Promise<{ person: string }> {
  const parsed = stationFileSchema.shape.people.unwrap().element.safeParse(person)
  if (!parsed.success)
    throw new Error(`This does not fit: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
  const unknown = parsed.data.villages.find((code) => !books.station.villages.some((v) => v.code === code))
  if (unknown) throw new Error(`There is no village ${unknown}.`)
  const id = books.newId()
  await books.tx.insert(people).values({ stationId: base.station, id, ...parsed.data, createdAt: books.now })
  books.audit('staff-added', `person:${id}`, { roles: parsed.data.roles })
  return { person: id }
}

/** By id, or by a name that only one has. */
async function find(base: Base, books: Books, who: string): Promise<{ id: string }> {
  const byId = await member(base, books.tx, who)
  if (byId) return byId
  const named = await books.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.stationId, base.station), eq(people.name, who), isNull(people.revokedAt)))
  if (named.length > 1) throw new Error(`Several people are called ${who}; give the id.`)
  if (!named[0]) throw new Error(`Nobody here is ${who}.`)
  return named[0]
}

async function listStaff(base: Base): ReturnType<Admin['listStaff']> {
  const rows = await base.database.orm
    .select()
    .from(people)
    .leftJoin(addresses, and(eq(addresses.stationId, people.stationId), eq(addresses.personId, people.id)))
    .where(eq(people.stationId, base.station))
    .orderBy(asc(people.createdAt), asc(people.id), asc(addresses.createdAt))
  const list = new Map<
    string,
    { person: string; name: string; roles: Role[]; bound: string[]; revoked: boolean }
  >()
  for (const { people: one, addresses: address } of rows) {
    const { id, name, roles, revokedAt } = one
    const line = list.get(id) ?? { person: id, name, roles, bound: [], revoked: revokedAt !== null }
    if (address) line.bound.push(address.channel)
    list.set(id, line)
  }
  return [...list.values()]
}
