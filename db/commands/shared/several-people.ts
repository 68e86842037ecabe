// Whether several people stand behind one chat, as a family with one telephone does.
import { and, eq, notInArray } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputes, parties } from '../../schema/index.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']

/**
 * Among the open cases of this address: sides whose names are not known to be one, or a side and somebody who only told of
 * another's trouble.
 */
export async function severalPeople(books: Books, address: string): Promise<boolean> {
  const open = and(eq(disputes.stationId, books.station.id), notInArray(disputes.state, ENDED))
  const sides = await books.tx
    .select({ dispute: disputes.id, party: parties.id, name: parties.nameIndex })
    .from(parties)
    .innerJoin(disputes, and(eq(disputes.stationId, parties.stationId), eq(disputes.id, parties.disputeId)))
    .where(and(open, eq(parties.addressId, address)))
  const told = await books.tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(open, eq(disputes.reporterAddress, address)))
  const people = new Set(sides.map(({ party, name }) => name ?? party))
  const teller = told.some(({ id }) => !sides.some(({ dispute }) => dispute === id))
  return people.size + Number(teller) > 1
}
