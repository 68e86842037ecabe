// Who is on duty at a time: by the calendar where a shift covers it, else whoever has the role.
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Role } from '../../flows/casework/roles.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Base } from '../base.ts'
import type { Actor, Tx } from '../books.ts'
import { dutyShifts, people } from '../schema/index.ts'

/** Null where no shift covers the time. Whoever left or is away keeps nobody else from being on duty. */
export async function onShift(base: Base, tx: Tx, now: Instant): Promise<ReadonlySet<string> | null> {
  const rows = await tx
    .select({ person: dutyShifts.personId })
    .from(dutyShifts)
    .innerJoin(people, and(eq(people.stationId, dutyShifts.stationId), eq(people.id, dutyShifts.personId)))
    .where(
      and(
        eq(dutyShifts.stationId, base.station),
        lte(dutyShifts.begins, now),
        gt(dutyShifts.ends, now),
        isNull(people.revokedAt),
        eq(people.active, true),
      ),
    )
  return rows.length === 0 ? null : new Set(rows.map(({ person }) => person))
}

/** The roles of somebody at this moment: on shift is on duty, and beside a shift nobody else is. */
export function rolesNow(shift: ReadonlySet<string> | null, id: string, roles: readonly Role[]): Role[] {
  if (shift === null) return [...roles]
  const others = roles.filter((role) => role !== 'duty')
  return shift.has(id) ? [...others, 'duty'] : others
}

/** Whoever acts, with the roles of this moment. */
export async function actingNow(
  shift: () => Promise<ReadonlySet<string> | null>,
  actor: Actor,
): Promise<Actor> {
  const { person } = actor
  if (person === null) return actor
  return { ...actor, person: { ...person, roles: rolesNow(await shift(), person.id, person.roles) } }
}

export type Shift = { person: string; name: string; begins: Instant; ends: Instant }

/** Those that are not over, in their order. */
export const shiftsFrom = (base: Base, tx: Tx, now: Instant): Promise<Shift[]> =>
  tx
    .select({
      person: dutyShifts.personId,
      name: people.name,
      begins: dutyShifts.begins,
      ends: dutyShifts.ends,
    })
    .from(dutyShifts)
    .innerJoin(people, and(eq(people.stationId, dutyShifts.stationId), eq(people.id, dutyShifts.personId)))
    .where(and(eq(dutyShifts.stationId, base.station), gt(dutyShifts.ends, now), isNull(people.revokedAt)))
    .orderBy(asc(dutyShifts.begins), asc(people.createdAt), asc(people.id))
