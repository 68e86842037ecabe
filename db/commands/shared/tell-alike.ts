// O06: two reports that may be of one matter, shown to a person; nothing is merged here.
import { and, eq } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputeLinks, disputes } from '../../schema/index.ts'
import { type Case, restricted } from './case.ts'
import { responsible, tellStaff } from './tell.ts'

export async function tellAlike(books: Books, c: Case): Promise<void> {
  const others = await books.tx
    .select({ row: disputes })
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
      ),
    )
  const closed = restricted(books, c.row)
  for (const { row } of others) {
    // Who has one case does not by that learn of another that is kept apart.
    const apart = closed || restricted(books, row)
    const people = apart ? responsible(c) : [row.officerId, row.leaderId, ...responsible(c)]
    const nobody = people.every((one) => one === null)
    await tellStaff(
      books,
      c,
      { people, roles: apart ? ['chief'] : nobody ? ['leader'] : [] },
      ({ facts, offset, buttons }) => ({ kind: 'alike', other: row.number, facts, offset, buttons }),
      c.row.state === 'SCREENING' ? ['screen'] : [],
    )
  }
}
