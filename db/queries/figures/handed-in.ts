// The figures of a period as they were when they were handed in last.
import { and, desc, eq } from 'drizzle-orm'
import type { HandedIn } from '../../../flows/casework/figures/revised.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { handedIn } from '../../schema/index.ts'

export type LastHandedIn = { rev: number; at: Instant; figures: HandedIn }

export async function lastHandedIn(books: Books, period: string): Promise<LastHandedIn | null> {
  const [row] = await books.tx
    .select()
    .from(handedIn)
    .where(and(eq(handedIn.stationId, books.station.id), eq(handedIn.period, period)))
    .orderBy(desc(handedIn.rev))
    .limit(1)
  return row ? { rev: row.rev, at: row.at, figures: row.figures as HandedIn } : null
}
