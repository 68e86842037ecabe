// What was prevented on a case and waits for a leader's word.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { preventions } from '../../schema/index.ts'
import type { Case } from './case.ts'

export type Prevention = typeof preventions.$inferSelect

/** Nobody decides on what they said themselves. */
export async function waitingPreventions(books: Books, { row }: Pick<Case, 'row'>): Promise<Prevention[]> {
  const rows = await books.tx
    .select()
    .from(preventions)
    .where(
      and(
        eq(preventions.stationId, books.station.id),
        eq(preventions.disputeId, row.id),
        isNull(preventions.approvedAt),
        isNull(preventions.refusedAt),
      ),
    )
    .orderBy(asc(preventions.at), asc(preventions.id))
  return rows.filter(({ by }) => by !== books.actor.person?.id)
}
