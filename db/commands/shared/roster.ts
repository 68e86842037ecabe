// Who works here and how much each has in hand, for the suggestion of who should answer for a case.
import { and, count, eq, isNotNull, notInArray } from 'drizzle-orm'
import { type Staff, type Suggestion, suggest } from '../../../flows/casework/responsible.ts'
import type { Books } from '../../books.ts'
import { assignments, disputes } from '../../schema/index.ts'
import { categoryOf, codesOf, type Dispute } from './case.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED', 'REFERRED']

/** Everybody who is here and may be assigned. Languages are not on the staff list. */
export async function rosterOf(books: Books): Promise<Staff[]> {
  const loading = books.tx
    .select({ officer: disputes.officerId, cases: count() })
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        isNotNull(disputes.officerId),
        notInArray(disputes.state, ENDED),
      ),
    )
    .groupBy(disputes.officerId)
  const [loads, people] = await Promise.all([loading, books.people({ active: true })])
  const load = new Map(loads.map(({ officer, cases }) => [officer, cases]))
  return people.map(({ id, roles, villages, female }) => ({
    id,
    roles,
    villages,
    female,
    languages: [],
    load: load.get(id) ?? 0,
    awayUntil: null,
  }))
}

/** Whoever handed the case back is not proposed again. */
export async function suggestFor(books: Books, row: Dispute): Promise<Suggestion> {
  const declining = books.tx
    .select({ officer: assignments.officerId })
    .from(assignments)
    .where(
      and(
        eq(assignments.stationId, books.station.id),
        eq(assignments.disputeId, row.id),
        eq(assignments.ended, 'declined'),
      ),
    )
  const [declined, roster] = await Promise.all([declining, rosterOf(books)])
  return suggest(roster, {
    level: row.level,
    category: categoryOf(row),
    codes: codesOf(books, row),
    village: row.village,
    excluded: declined.map(({ officer }) => officer),
    now: books.now,
  })
}
