// One side's part of a round ends without them: a fact about us, not about them. What there is of the round is judged.
import { and, eq, ne } from 'drizzle-orm'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { judgeRound } from '../commands/shared/judge-round.ts'
import { type RevisitRow, setRevisit } from '../commands/shared/rounds.ts'
import { forget } from '../commands/shared/waiting.ts'
import { revisits } from '../schema/index.ts'

export async function notReached(books: Books, c: Case, row: RevisitRow): Promise<void> {
  await books.cancel(`ask:${c.row.id}:${row.id}`)
  await forget(books, c, 'unanswered', row.id)
  await setRevisit(books, row, { state: 'unreached', endedAt: books.now, by: 'system' })
  books.audit('unreached', `dispute:${c.row.id}`, { revisit: row.id, side: row.side })
  await judgeRound(books, c, row.roundId)
}

/** A side is never asked twice at once: the next round's hour ends what was still open of an earlier one. */
export async function endEarlier(books: Books, c: Case, row: RevisitRow): Promise<void> {
  const open = await books.tx
    .select()
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        eq(revisits.side, row.side),
        eq(revisits.state, 'open'),
        ne(revisits.roundId, row.roundId),
      ),
    )
  for (const earlier of open) await notReached(books, c, earlier)
}
