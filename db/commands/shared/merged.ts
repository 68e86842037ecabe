// Cases that were merged into another: whoever told of them hears how it ended, each by the number they were given; and a
// merging that was a mistake.
import { and, eq, or } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputeLinks, disputes } from '../../schema/index.ts'
import { type Case, hold } from './case.ts'
import { tellResident } from './resident.ts'

export async function tellMerged(books: Books, c: Case): Promise<void> {
  const rows = await books.tx
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        eq(disputes.mergedInto, c.row.id),
        eq(disputes.state, 'MERGED'),
      ),
    )
  const told = new Set([c.row.reporterAddress])
  for (const row of rows) {
    const merged = await hold(books, row)
    const { reporterAddress } = row
    if (!merged || reporterAddress === null || told.has(reporterAddress)) continue
    told.add(reporterAddress)
    await tellResident(books, merged, reporterAddress, 'closed', null)
  }
}

/** It was a mistake: the two are not proposed again. What the other was raised by stays; only a person lowers it. */
export async function markApart(books: Books, c: Case, into: string): Promise<void> {
  const { id } = c.row
  await books.tx
    .update(disputeLinks)
    .set({ kind: 'not-same', by: books.actor.id, at: books.now })
    .where(
      and(
        eq(disputeLinks.stationId, books.station.id),
        or(
          and(eq(disputeLinks.disputeId, id), eq(disputeLinks.otherId, into)),
          and(eq(disputeLinks.disputeId, into), eq(disputeLinks.otherId, id)),
        ),
      ),
    )
}
