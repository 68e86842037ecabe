// When a conversation of our own accord may begin: after a long silence of ours not everybody is written to in one second.
import { and, count, eq, gte, sql } from 'drizzle-orm'
import { spread } from '../../../flows/casework/catch-up.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { due } from '../../schema/index.ts'
import type { Case } from './case.ts'
import type { RevisitRow } from './rounds.ts'
import { priorityOf } from './waiting.ts'

/** Now, or so much later that no second begins too many, whichever replica counts. Nobody waits for those at less risk. */
export async function turnToBegin(books: Books, c: Case, { at }: Pick<RevisitRow, 'at'>): Promise<Instant> {
  const [row] = await books.tx
    .select({ waiting: count() })
    .from(due)
    .where(
      and(
        eq(due.stationId, books.station.id),
        eq(due.state, 'open'),
        sql`${due.key} like 'ask:%'`,
        gte(due.at, books.now),
        gte(due.priority, priorityOf(c)),
      ),
    )
  const [turn] = spread([{ level: c.row.level, planned: at }], books.now, row?.waiting ?? 0)
  return turn?.at ?? books.now
}
