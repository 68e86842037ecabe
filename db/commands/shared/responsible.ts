// Making sure that two people answer for a case when somebody takes it outside the usual assignment.
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { assignments } from '../../schema/index.ts'
import { type Case, save } from './case.ts'
import { withoutLeavers } from './leavers.ts'
import { suggestFor } from './roster.ts'

/**
 * Whoever takes a case that nobody has answers for it as its officer; the leader is the one the rules propose. Someone
 * who answers for it already keeps it.
 */
export async function answersFor(books: Books, c: Case, person: string): Promise<void> {
  const proposed = await suggestFor(books, c.row)
  const known = { ...c.row, ...(await withoutLeavers(books, c)) }
  const leader =
    known.leaderId ?? (proposed.leader === person ? await otherLeader(books, person) : proposed.leader)
  const officer = known.officerId ?? (leader === person ? proposed.officer : person)
  if (officer === c.row.officerId && leader === c.row.leaderId) return
  await save(books, c, { officerId: officer, leaderId: leader })
  if (officer && leader) await writeAssignment(books, c, { officer, leader, helpers: [], accepted: true })
}

const otherLeader = async (books: Books, person: string): Promise<string | null> =>
  (await books.people({ roles: ['leader', 'chief'], active: true })).find(({ id }) => id !== person)?.id ??
  null

export type Named = {
  officer: string
  leader: string
  helpers: string[]
  accepted: boolean
  reason?: string | null
}

/** The assignment in force from now on; the one before it ends. */
export async function writeAssignment(books: Books, c: Case, named: Named): Promise<void> {
  await endAssignment(books, c, 'reassigned')
  const id = books.newId()
  const { officer, leader } = await suggestFor(books, c.row)
  const reason = named.reason?.trim()
  await books.tx.insert(assignments).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    at: books.now,
    by: books.actor.id,
    officerId: named.officer,
    leaderId: named.leader,
    helpers: named.helpers,
    suggested: { officer, leader },
    reason: reason ? c.vault.seal('assignments.reason', id, reason) : null,
    acceptBy: c.row.acceptBy ?? books.now,
    acceptedAt: named.accepted ? books.now : null,
  })
}

export const currentAssignment = async (books: Books, c: Pick<Case, 'row'>) =>
  (await books.tx.select().from(assignments).where(inForce(books, c)))[0] ?? null

/** The latest, whether it is in force or not. */
export async function lastAssignment(books: Books, c: Pick<Case, 'row'>) {
  const [row] = await books.tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.stationId, books.station.id), eq(assignments.disputeId, c.row.id)))
    .orderBy(desc(assignments.at))
    .limit(1)
  return row ?? null
}

export async function endAssignment(
  books: Books,
  c: Case,
  ended: 'declined' | 'reassigned' | 'closed',
  reason?: string,
): Promise<void> {
  for (const { id } of await books.tx.select().from(assignments).where(inForce(books, c)))
    await books.tx
      .update(assignments)
      .set({
        endedAt: books.now,
        ended,
        endReason: reason ? c.vault.seal('assignments.end_reason', id, reason) : null,
      })
      .where(and(eq(assignments.stationId, books.station.id), eq(assignments.id, id)))
}

export async function acceptAssignment(books: Books, c: Case): Promise<void> {
  await books.tx.update(assignments).set({ acceptedAt: books.now }).where(inForce(books, c))
}

const inForce = (books: Books, c: Pick<Case, 'row'>) =>
  and(
    eq(assignments.stationId, books.station.id),
    eq(assignments.disputeId, c.row.id),
    isNull(assignments.endedAt),
  )
