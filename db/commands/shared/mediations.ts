// Sessions of mediation that were held, in order.
import { and, asc, eq } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { mediations } from '../../schema/index.ts'
import type { Case } from './case.ts'

export type MediationRow = typeof mediations.$inferSelect

export const mediationsOf = (books: Books, c: Pick<Case, 'row'>): Promise<MediationRow[]> =>
  books.tx
    .select()
    .from(mediations)
    .where(and(eq(mediations.stationId, books.station.id), eq(mediations.disputeId, c.row.id)))
    .orderBy(asc(mediations.no))

export const lastMediation = async (books: Books, c: Pick<Case, 'row'>): Promise<MediationRow | null> =>
  (await mediationsOf(books, c)).at(-1) ?? null

export async function noteRemediesTold(books: Books, { id }: MediationRow): Promise<void> {
  await books.tx
    .update(mediations)
    .set({ remediesTold: true })
    .where(and(eq(mediations.stationId, books.station.id), eq(mediations.id, id)))
}
