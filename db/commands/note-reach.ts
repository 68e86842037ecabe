// The platform says that somebody can be written to again, or not any more: then a person has to reach them another way.
import { and, desc, eq, inArray, notInArray, or } from 'drizzle-orm'
import { rank } from '../../flows/casework/level.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { Books, Handler } from '../books.ts'
import { disputes, parties } from '../schema/index.ts'
import { tellSomebody } from '../undelivered.ts'
import { type Dispute, lockCase, officerLed, stateOf } from './shared/case.ts'
import { chatLost } from './shared/chat-lost.ts'
import { rethinkWays } from './shared/ways.ts'

export const noteReach: Handler<'noteReach'> = async (books, { reachable, grants = 0, bounced = false }) => {
  const { address, person } = books.actor
  const granted = await noteGrants(books, grants)
  const news = await books.identity.setReach(reachable)
  // Not only when it is news: what died before this may not have been the question.
  if (address !== null && !reachable) await chatLost(books, address, bounced ? 'undelivered' : 'blocked')
  if (address === null || !news) return { noted: granted }
  books.audit(reachable ? 'reachable' : 'unreachable', `address:${address}`)
  const about = reachable || person !== null ? null : await gravestOf(books, address)
  if (about)
    await tellSomebody(
      books,
      { priority: officerLed(books, about) ? 40 : 20 },
      null,
      about,
      bounced ? 'bounced' : 'blocked',
    )
  return { noted: true }
}

/** More of what was planned may be asked in chat from now on. True where any permission came. */
async function noteGrants(books: Books, grants: number): Promise<boolean> {
  const { address } = books.actor
  if (address === null || !Number.isSafeInteger(grants) || grants <= 0) return false
  await books.identity.grant(grants)
  books.audit('granted', `address:${address}`, { grants })
  const sides = await books.tx
    .select({ dispute: parties.disputeId })
    .from(parties)
    .where(and(eq(parties.stationId, books.station.id), eq(parties.addressId, address)))
    .orderBy(parties.disputeId)
  for (const { dispute } of sides) {
    const c = await lockCase(books, dispute)
    if (c && isOpen(stateOf(c.row))) await rethinkWays(books, c)
  }
  return true
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
