// Two chats of one resident are joined: never those of the two sides of one case, and never where somebody is at risk.
import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputes, parties } from '../../schema/index.ts'
import { offsetOf } from './facts-shown.ts'

/** True when they are joined now; false, with nothing written, where they must not be. */
export async function link(books: Books, asked: string): Promise<boolean> {
  const { address, person } = books.actor
  if (address === null || person !== null || asked === address) return false
  const mine = await books.identity.addressesOf(address)
  const theirs = await books.identity.addressesOf(asked)
  if (mine.includes(asked)) return true
  for (const one of [...mine, ...theirs]) {
    const facts = await books.address(one)
    if (!facts || facts.person !== null || facts.atRisk) return false
  }
  if (await areApart(books, mine, theirs)) return false
  await books.identity.joinResident(address, asked)
  books.audit('linked', `address:${address}`, { other: asked })
  const channel = (await books.address(address))!.channel
  await books.post(asked, { notice: { kind: 'linked', offset: offsetOf(books), channel } })
  return true
}

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']
type Part = 'reporter' | 'A' | 'B'

/** In an open case one of them stands where the other must not look. Whoever tells of a case may be the side that suffers. */
async function areApart(books: Books, mine: string[], theirs: string[]): Promise<boolean> {
  const own = await partsOf(books, mine)
  const other = await partsOf(books, theirs)
  return own.some((one) =>
    other.some(
      ({ dispute, part }) => dispute === one.dispute && part !== one.part && [part, one.part].includes('B'),
    ),
  )
}

async function partsOf(books: Books, addresses: string[]): Promise<{ dispute: string; part: Part }[]> {
  const open = and(eq(disputes.stationId, books.station.id), notInArray(disputes.state, ENDED))
  const sides = await books.tx
    .select({ dispute: disputes.id, part: parties.side })
    .from(parties)
    .innerJoin(disputes, and(eq(disputes.stationId, parties.stationId), eq(disputes.id, parties.disputeId)))
    .where(and(open, inArray(parties.addressId, addresses)))
  const told = await books.tx
    .select({ dispute: disputes.id })
    .from(disputes)
    .where(and(open, inArray(disputes.reporterAddress, addresses)))
  return [...sides, ...told.map(({ dispute }) => ({ dispute, part: 'reporter' as const }))]
}
