// How a referral ended: taken and settled by the other body, or sent back.
import { and, eq } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { referrals } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { lastReferral } from './resident.ts'

/** Whoever writes how it ended has heard from the receiving unit. */
export async function endReferral(books: Books, c: Case, result: 'returned' | 'finished'): Promise<void> {
  const last = await lastReferral(books, c)
  if (!last) return
  await books.tx
    .update(referrals)
    .set({ ackAt: last.ackAt ?? books.now, result, resultAt: books.now })
    .where(and(eq(referrals.stationId, books.station.id), eq(referrals.id, last.id)))
}
