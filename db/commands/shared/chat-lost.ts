// A chat to which nothing can be sent: whoever is asked there is asked another way at once, and what bounced was no attempt.
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { Unheard } from '../../../flows/casework/unheard.ts'
import type { Books } from '../../books.ts'
import { revisits } from '../../schema/index.ts'
import { lockCase } from './case.ts'
import { lastSpoken } from './may-write.ts'
import { nextRung } from './next-rung.ts'
import { revisitById, setRevisit } from './rounds.ts'

export async function chatLost(books: Books, address: string, why: Unheard): Promise<void> {
  const found = await books.tx
    .select({ id: revisits.id, dispute: revisits.disputeId })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.state, 'open'),
        or(
          eq(revisits.addressId, address),
          sql`${revisits.attempts} @> ${JSON.stringify([{ address }])}::jsonb`,
        ),
      ),
    )
    .orderBy(asc(revisits.disputeId), asc(revisits.id))
  if (found.length === 0) return
  // Whoever wrote since then had the chat in their hands: what came before that did arrive.
  const spoke = await lastSpoken(books, address, 0)
  const arrived = (at: number) => spoke !== null && at <= spoke
  for (const { id, dispute } of found) {
    const c = await lockCase(books, dispute)
    const half = c && (await revisitById(books, id))
    if (!c || half?.state !== 'open') continue
    const attempts = half.attempts.map((one) =>
      one.mode === 'chat' && one.address === address && !arrived(one.at)
        ? { ...one, bounced: true as const }
        : one,
    )
    const row = await setRevisit(books, half, { attempts })
    if (row.mode === 'chat' && row.addressId === address) await nextRung(books, c, row, why, arrived)
  }
}
