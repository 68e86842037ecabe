// The agreement of a case: the one in force, and what it replaces.
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { agreements, duties } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { forget } from './waiting.ts'

export type AgreementRow = typeof agreements.$inferSelect

export async function agreementInForce(books: Books, c: Pick<Case, 'row'>): Promise<AgreementRow | null> {
  const [row] = await books.tx
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.stationId, books.station.id),
        eq(agreements.disputeId, c.row.id),
        isNull(agreements.replacedAt),
      ),
    )
    .orderBy(desc(agreements.at))
    .limit(1)
  return row ?? null
}

/** What was agreed before is history: nobody is reminded of it, and it is overdue for nobody. */
export async function replaceAgreements(books: Books, c: Case): Promise<void> {
  await books.tx
    .update(agreements)
    .set({ replacedAt: books.now })
    .where(
      and(
        eq(agreements.stationId, books.station.id),
        eq(agreements.disputeId, c.row.id),
        isNull(agreements.replacedAt),
      ),
    )
  await books.tx
    .update(duties)
    .set({ state: 'replaced' })
    .where(and(eq(duties.stationId, books.station.id), eq(duties.disputeId, c.row.id)))
  await forget(books, c, 'duty')
  await forget(books, c, 'breach')
}
