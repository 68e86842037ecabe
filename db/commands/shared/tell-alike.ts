// O06: two reports that may be of one matter, shown to a person with the reasons; nothing is merged here.
import { and, eq, gte } from 'drizzle-orm'
import { ALIKE_REASONS } from '../../../flows/casework/tables/alike.ts'
import type { Books } from '../../books.ts'
import { disputeLinks, disputes } from '../../schema/index.ts'
import { type Case, restricted } from './case.ts'
import { responsible, tellStaff } from './tell.ts'
import { waitFor } from './waiting.ts'

/** `since`: only what was found from then on. */
export async function tellAlike(books: Books, c: Case, since = 0): Promise<void> {
  const others = await books.tx
    .select({ row: disputes, reasons: disputeLinks.reasons })
    .from(disputeLinks)
    .innerJoin(
      disputes,
      and(eq(disputes.stationId, disputeLinks.stationId), eq(disputes.id, disputeLinks.otherId)),
    )
    .where(
      and(
        eq(disputeLinks.stationId, books.station.id),
        eq(disputeLinks.disputeId, c.row.id),
        eq(disputeLinks.kind, 'maybe-same'),
        gte(disputeLinks.at, since),
      ),
    )
  // Warnings of tellings again, of several ways and of a matter that had ended follow from this.
  if (others.length > 0) await waitFor(books, c, 'watch', books.now)
  const closed = restricted(books, c.row)
  for (const { row, reasons } of others) {
    // Who has one case does not by that learn of another that is kept apart.
    const apart = closed || restricted(books, row)
    const people = apart ? responsible(c) : [row.officerId, row.leaderId, ...responsible(c)]
    const nobody = people.every((one) => one === null)
    const why = ALIKE_REASONS.filter(({ code }) => reasons.includes(code)).map(({ zh, en }) => ({ zh, en }))
    await tellStaff(
      books,
      c,
      { people, roles: apart ? ['chief'] : nobody ? ['leader'] : [] },
      (about) => ({ kind: 'alike', other: row.number, why, ...about }),
      c.row.state === 'SCREENING' ? ['screen', 'merge'] : [],
    )
  }
}
