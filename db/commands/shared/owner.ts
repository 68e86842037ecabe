// Whether somebody who works here has taken a case; and the call that goes on while nobody has, where no other ladder calls.
import { and, eq, gte, inArray, like, not } from 'drizzle-orm'
import { DAY } from '../../../flows/casework/calendar.ts'
import { deadlines } from '../../../flows/casework/level.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { isBeforeAssigned, type Kind } from '../../../flows/casework/waiting.ts'
import type { Books } from '../../books.ts'
import { audit, due } from '../../schema/index.ts'
import { type Case, stateOf, subjectOf } from './case.ts'
import { emergencyTaker } from './note.ts'
import { acceptAssignment, currentAssignment } from './responsible.ts'
import { waitFor } from './waiting.ts'

/** Somebody has taken it, and a leader answers for it too. */
export async function hasOwner(books: Books, c: Case): Promise<boolean> {
  const { officerId, leaderId } = c.row
  if (!(await isHere(books, leaderId))) return false
  if (stateOf(c.row) === 'EMERGENCY') return (await emergencyTaker(books, c)) !== null
  const inForce = await currentAssignment(books, c)
  return inForce?.officerId === officerId && inForce?.acceptedAt != null && isHere(books, officerId)
}

const isHere = async (books: Books, person: string | null): Promise<boolean> =>
  person !== null && (await books.person(person)) !== null

/** Called first by the limit of its level, and every day after that. Nothing where somebody has it. */
export async function awaitOwner(books: Books, c: Case, times = 0): Promise<void> {
  if (await hasOwner(books, c)) return
  const first = deadlines(c.row.level, books.now, books.station.rulebook).accept
  await waitFor(books, c, 'owner', times === 0 ? first : books.now + DAY, { payload: { times } })
}

/** Whoever was given a case that was under way has taken it by doing something about it; reading it is not enough. */
export async function takenByWork(books: Books, c: Case): Promise<void> {
  const inForce = await currentAssignment(books, c)
  if (!inForce || inForce.acceptedAt !== null || stateOf(c.row) === 'ASSIGNED') return
  const [done] = await books.tx
    .select({ seq: audit.seq })
    .from(audit)
    .where(
      and(
        eq(audit.stationId, books.station.id),
        eq(audit.subject, subjectOf(c)),
        eq(audit.actor, inForce.officerId),
        gte(audit.at, inForce.at),
        not(like(audit.action, 'read%')),
      ),
    )
    .limit(1)
  if (done) await acceptAssignment(books, c)
}

/** Once somebody was named, a contact that is late calls them to the people, and not to the case. */
const callsIn = (state: State): Kind[] =>
  isBeforeAssigned(state) ? ['lead', 'emergency', 'contact', 'offer'] : ['accept']

/** Another ladder calls for this case already. */
export async function isCalled(books: Books, c: Case): Promise<boolean> {
  const [row] = await books.tx
    .select({ id: due.id })
    .from(due)
    .where(
      and(
        eq(due.stationId, books.station.id),
        eq(due.disputeId, c.row.id),
        inArray(due.kind, callsIn(stateOf(c.row))),
        eq(due.state, 'open'),
      ),
    )
    .limit(1)
  return row !== undefined
}
