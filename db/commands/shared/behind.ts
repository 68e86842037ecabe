// The next round of a side while an earlier one is not over.
import { and, asc, eq, inArray, isNotNull, lte, ne } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { revisits, rounds } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { awaitRevisit, type RevisitRow } from './rounds.ts'

/**
 * A side is asked about one round at a time, and time ends none of them. While its part of one round has begun and is not
 * over, its part of a later round stays planned behind it: nobody asks for it, no card is sent for it, and it is due all
 * the same. An officer finds both in the record and may put both in one visit; each is recorded by itself, so one
 * conversation never counts for two rounds unless both are written down. Once the earlier has ended, what waited is asked.
 */
export async function isBehind(books: Books, c: Case, half: RevisitRow): Promise<boolean> {
  const rows = await books.tx
    .select({ id: revisits.id, round: revisits.roundId, state: revisits.state, no: rounds.no })
    .from(revisits)
    .innerJoin(rounds, and(eq(rounds.stationId, revisits.stationId), eq(rounds.id, revisits.roundId)))
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        eq(revisits.side, half.side),
        inArray(revisits.state, ['planned', 'open']),
        isNotNull(revisits.openedAt),
        ne(revisits.id, half.id),
      ),
    )
  if (rows.some(({ state }) => state === 'open')) return true
  const [own] = await books.tx
    .select({ no: rounds.no })
    .from(rounds)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.id, half.roundId)))
  // Put off by the person, and to be asked again: of two such the earlier goes first.
  return rows.some(({ no }) => own !== undefined && no < own.no)
}

/**
 * This side's part of a round has ended. What an officer is to ask and was due behind it comes at once, so that it can be
 * asked in the same visit; a chat is written to at its own hour on the next day, not minutes after somebody was there.
 */
export async function releaseBehind(books: Books, c: Case, ended: RevisitRow): Promise<void> {
  const rows = await books.tx
    .select({ id: revisits.id })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        eq(revisits.side, ended.side),
        eq(revisits.state, 'planned'),
        ne(revisits.mode, 'chat'),
        lte(revisits.at, books.now),
        ne(revisits.id, ended.id),
      ),
    )
    .orderBy(asc(revisits.at))
    .limit(1)
  for (const { id } of rows) await awaitRevisit(books, c, id, books.now)
}
