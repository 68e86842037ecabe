// Staff, and telling them things on every address they are bound to.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Role } from '../../flows/casework/roles.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import type { Base } from '../base.ts'
import type { Books, Except, Person, Posting, Tx } from '../books.ts'
import { addresses, dataKeys, people } from '../schema/index.ts'
import type { AddressVaults } from './address-vaults.ts'
import { onShift, rolesNow } from './shifts.ts'

type Notices = Notice | ((person: Person) => Promise<Notice>)
type Row = typeof people.$inferSelect

/** Staff that are not revoked, in the order they were added, and who is on duty: each read once in a transaction. */
export type Roster = {
  all(): Promise<readonly Row[]>
  /** Null where no shift covers the time. */
  shift(): Promise<ReadonlySet<string> | null>
}

export function rosterOf(base: Base, tx: Tx, now: Instant): Roster {
  let all: Promise<Row[]> | null = null
  let shift: Promise<ReadonlySet<string> | null> | null = null
  return {
    async all() {
      all ??= tx
        .select()
        .from(people)
        .where(and(eq(people.stationId, base.station), isNull(people.revokedAt)))
        .orderBy(asc(people.createdAt), asc(people.id))
        .execute()
      return all
    },
    async shift() {
      shift ??= onShift(base, tx, now)
      return shift
    },
  }
}

/** Of the staff those who fit. Who is on duty is asked of the calendar. */
export async function staff(
  roster: Roster,
  { roles, village, active }: { roles?: Role[]; village?: string; active?: boolean } = {},
): Promise<Person[]> {
  const rows = await roster.all()
  const shift = roles?.includes('duty') ? await roster.shift() : null
  return rows
    .map((row) => ({ ...row, roles: rolesNow(shift, row.id, row.roles) }))
    .filter((row) => !roles || row.roles.some((role) => roles.includes(role)))
    .filter((row) => !village || row.villages.length === 0 || row.villages.includes(village))
    .filter((row) => active === undefined || row.active === active)
    .map(({ id, name, roles, villages, female }) => ({ id, name, roles, villages, female }))
}

/** Those of these ids who work here, in the order of the ids. */
export async function among(roster: Roster, ids: readonly string[]): Promise<Person[]> {
  const rows = await roster.all()
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    return row ? { id, name: row.name, roles: row.roles, villages: row.villages, female: row.female } : []
  })
}

/** One member of staff; null when unknown or revoked. */
export async function member(base: Base, tx: Tx, id: string): Promise<Person | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.stationId, base.station), eq(people.id, id), isNull(people.revokedAt)))
  if (!row) return null
  const { name, roles, villages, female } = row
  return { id, name, roles, villages, female }
}

/** Tells each of these on every address they are bound to. Returns how many addresses. */
export async function tell(
  base: Base,
  tx: Tx,
  vaults: AddressVaults,
  post: Books['post'],
  to: Person[],
  notices: Notices,
  { except, ...how }: Posting & Except,
): Promise<number> {
  if (to.length === 0) return 0
  const bound = await tx
    .select({
      id: addresses.id,
      person: addresses.personId,
      key: { id: dataKeys.id, wrapped: dataKeys.wrapped, wrappedBy: dataKeys.wrappedBy },
    })
    .from(addresses)
    .innerJoin(dataKeys, and(eq(dataKeys.stationId, addresses.stationId), eq(dataKeys.id, addresses.keyId)))
    .where(
      and(
        eq(addresses.stationId, base.station),
        inArray(
          addresses.personId,
          to.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(addresses.createdAt), asc(addresses.id))
  for (const { id, key } of bound) vaults.known(id, base.ring.known(key))
  let told = 0
  for (const person of to) {
    const mine = bound.filter((address) => address.person === person.id && address.id !== except)
    if (mine.length === 0) continue
    const notice = typeof notices === 'function' ? await notices(person) : notices
    for (const { id } of mine) if (await post(id, { notice }, how)) told++
  }
  return told
}
