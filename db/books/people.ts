// Staff, and telling them things on every address they are bound to.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Role } from '../../flows/casework/roles.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import type { Base } from '../base.ts'
import type { Books, Except, Person, Posting, Tx } from '../books.ts'
import { addresses, people } from '../schema/index.ts'
import { onShift, rolesNow } from './shifts.ts'

type Notices = Notice | ((person: Person) => Promise<Notice>)

/** Staff that are not revoked, in the order they were added. Who is on duty is asked of the calendar. */
export async function staff(
  base: Base,
  tx: Tx,
  now: Instant,
  { roles, village, active }: { roles?: Role[]; village?: string; active?: boolean } = {},
): Promise<Person[]> {
  const rows = await tx
    .select()
    .from(people)
    .where(and(eq(people.stationId, base.station), isNull(people.revokedAt)))
    .orderBy(asc(people.createdAt), asc(people.id))
  const shift = roles?.includes('duty') ? await onShift(base, tx, now) : null
  return rows
    .map((row) => ({ ...row, roles: rolesNow(shift, row.id, row.roles) }))
    .filter((row) => !roles || row.roles.some((role) => roles.includes(role)))
    .filter((row) => !village || row.villages.length === 0 || row.villages.includes(village))
    .filter((row) => active === undefined || row.active === active)
    .map(({ id, name, roles, villages, female }) => ({ id, name, roles, villages, female }))
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
  post: Books['post'],
  to: Person[],
  notices: Notices,
  { except, ...how }: Posting & Except,
): Promise<number> {
  if (to.length === 0) return 0
  const bound = await tx
    .select({ id: addresses.id, person: addresses.personId })
    .from(addresses)
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
  let told = 0
  for (const person of to) {
    const mine = bound.filter((address) => address.person === person.id && address.id !== except)
    if (mine.length === 0) continue
    const notice = typeof notices === 'function' ? await notices(person) : notices
    for (const { id } of mine) if (await post(id, { notice }, how)) told++
  }
  return told
}
