// Who stands where to a case, read from the books at the moment of the act. What is not theirs does not exist for them.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { isRefused, type Refused } from '../../../flows/casework/refusal.ts'
import { actsAs, type Role } from '../../../flows/casework/roles.ts'
import type { Books, Person } from '../../books.ts'
import { assignments, parties } from '../../schema/index.ts'
import { type Case, type Dispute, lockCase, restricted, stateOf } from './case.ts'
import { ownAddresses, ownOf } from './own-addresses.ts'
import { movedOn, noSuchCase } from './refusal.ts'

/** The roles in which the person who acts may handle this case; null when it is not theirs. */
export type Sight = (row: Dispute) => Role[] | null

/** For one case, or for all of them at once where no id is given; of whoever acts, unless somebody else is named. */
export async function sightOf(
  books: Books,
  dispute?: string,
  person: Person | null = books.actor.person,
): Promise<Sight> {
  if (!person) return () => null
  const helped = await books.tx
    .select({ dispute: assignments.disputeId })
    .from(assignments)
    .where(
      and(
        eq(assignments.stationId, books.station.id),
        isNull(assignments.endedAt),
        sql`${assignments.helpers} @> ${JSON.stringify([person.id])}::jsonb`,
        dispute === undefined ? undefined : eq(assignments.disputeId, dispute),
      ),
    )
  const helps = new Set(helped.map((one) => one.dispute))
  const onDuty = (await books.people({ roles: ['duty'], active: true })).length > 0
  return (row) => (mayHandle(books, person, row, helps.has(row.id), onDuty) ? person.roles : null)
}

/**
 * The chief sees all; the responsible leader and officer and those named as helpers their own; a leader their area. Until
 * somebody has taken a case, officers of the area see it, unless it is restricted; whoever is on duty sees emergencies.
 */
function mayHandle(books: Books, person: Person, row: Dispute, helps: boolean, onDuty: boolean): boolean {
  const { roles, id } = person
  if (roles.includes('chief') || row.leaderId === id || row.officerId === id) return true
  // Whoever helps from the village loses sight of a case that has to be kept apart.
  if (helps && (actsAs(roles).includes('officer') || !restricted(books, row))) return true
  if (!covers(person, row)) return false
  if (roles.includes('leader')) return true
  const late = row.state === 'ASSIGNED' && row.acceptBy !== null && row.acceptBy <= books.now
  const waiting = isOpen(stateOf(row)) && (row.officerId === null || late)
  const emergency = row.state === 'EMERGENCY'
  if (roles.includes('duty') && (emergency || (waiting && row.category !== 'AD-PO'))) return true
  if (!roles.includes('officer')) return false
  return (emergency && !onDuty) || (waiting && !restricted(books, row))
}

/** A case without a village concerns every leader. */
const covers = ({ villages }: Person, { village }: Dispute): boolean =>
  villages.length === 0 || village === null || villages.includes(village)

export type Handled = { c: Case; person: Person; roles: Role[] }

/** The case for somebody who works on it, as they last saw it; `rev` null is "whatever it is now". */
export async function handled(books: Books, dispute: string, rev: number | null): Promise<Handled | Refused> {
  const c = await lockCase(books, dispute)
  const roles = c && (await sightOf(books, c.row.id))(c.row)
  if (!c || !roles || !books.actor.person) return noSuchCase()
  if (rev !== null && rev !== c.row.rev) return movedOn(books, c)
  return { c, person: books.actor.person, roles }
}

/** As `handled`, for records that mediators and officers make; a helper of another kind learns nothing. */
export async function recorded(
  books: Books,
  dispute: string,
  rev: number | null,
  as: Role = 'mediator',
): Promise<Handled | Refused> {
  const found = await handled(books, dispute, rev)
  if (isRefused(found)) return found
  return actsAs(found.roles).includes(as) ? found : noSuchCase()
}

/** In which part whoever acts belongs to the case, from whichever of their chats; null when they do not. */
export async function partOf(books: Books, row: Dispute): Promise<'reporter' | 'A' | 'B' | null> {
  const own = ownOf(books, row, await ownAddresses(books))
  if (own.length === 0) return null
  const mine = await books.tx
    .select({ side: parties.side, address: parties.addressId })
    .from(parties)
    .where(
      and(
        eq(parties.stationId, books.station.id),
        eq(parties.disputeId, row.id),
        inArray(parties.addressId, [...own]),
      ),
    )
  // What this very chat was joined as goes before what its other chats are.
  const side = (mine.find(({ address }) => address === own[0]) ?? mine[0])?.side
  return side ?? (row.reporterAddress !== null && own.includes(row.reporterAddress) ? 'reporter' : null)
}
