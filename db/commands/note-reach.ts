// The platform says that somebody can be written to again, or not any more: then a person has to reach them another way.
import { and, desc, eq, inArray, notInArray, or } from 'drizzle-orm'
import { rank } from '../../flows/casework/level.ts'
import type { Books, Handler } from '../books.ts'
import { disputes, parties } from '../schema/index.ts'
import { tellSomebody } from '../undelivered.ts'
import { type Dispute, officerLed } from './shared/case.ts'

export const noteReach: Handler<'noteReach'> = async (books, { reachable }) => {
  const { address, person } = books.actor
  if (address === null || !(await books.identity.setReach(reachable))) return { noted: false }
  books.audit(reachable ? 'reachable' : 'unreachable', `address:${address}`)
  const about = reachable || person !== null ? null : await gravestOf(books, address)
  if (about)
    await tellSomebody(books, { priority: officerLed(books, about) ? 40 : 20 }, null, about, 'blocked')
  return { noted: true }
}

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']

/** One piece of news, of the case where it matters most: officers lead first, then the level, then the latest. */
async function gravestOf(books: Books, address: string): Promise<Dispute | null> {
  const asParty = books.tx
    .select({ id: parties.disputeId })
    .from(parties)
    .where(and(eq(parties.stationId, books.station.id), eq(parties.addressId, address)))
  const rows = await books.tx
    .select()
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        notInArray(disputes.state, ENDED),
        or(eq(disputes.reporterAddress, address), inArray(disputes.id, asParty)),
      ),
    )
    .orderBy(desc(disputes.updatedAt))
  const weight = (row: Dispute) => Number(officerLed(books, row)) * 10 + rank(row.level)
  return rows.sort((one, other) => weight(other) - weight(one))[0] ?? null
}
