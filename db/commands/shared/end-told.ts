// The end of a case, told to whoever told us of it and kept on the case: in chat, or as the task of an officer. A case that ends
// otherwise than here breaks the invariant (flows/casework/invariant).
import { and, eq } from 'drizzle-orm'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { Books } from '../../books.ts'
import { disputes } from '../../schema/index.ts'
import { type Case, stateOf } from './case.ts'
import { byHand, partiesOf, type Telling, type Told, tellResident } from './resident.ts'

/** In the transaction in which it ends. `sides`: the sides hear of it as well, each address once. */
export async function tellEnd(
  books: Books,
  c: Case,
  what: Telling,
  { sides = false }: { sides?: boolean } = {},
): Promise<void> {
  const { reporterAddress } = c.row
  const parties = await partiesOf(books, c.row.id)
  const own = parties.find(({ addressId }) => addressId !== null && addressId === reporterAddress) ?? null
  await noteEndTold(books, c, await tellWhoToldUs(books, c, what, own))
  if (!sides) return
  for (const party of parties)
    if (party.addressId !== null && party.stoppedAt === null && party !== own)
      await tellResident(books, c, party.addressId, what, party)
}

/** Whoever came by the door or by phone, and whoever wants no messages of this case, hears it from a person. */
function tellWhoToldUs(
  books: Books,
  c: Case,
  what: Telling,
  own: Parameters<typeof tellResident>[4],
): Promise<Told> {
  const { reporterAddress } = c.row
  if (reporterAddress === null) return byHand(books, c, 'not-in-chat')
  return own?.stoppedAt ? byHand(books, c, 'stopped') : tellResident(books, c, reporterAddress, what, own)
}

/** Not yet told where it waits for the morning; the row that tells it then notes it. */
export async function noteEndTold(books: Books, c: Case, told: Told): Promise<void> {
  if (isOpen(stateOf(c.row)) || (told !== 'told' && told !== 'by-hand')) return
  c.row = { ...c.row, endToldAt: books.now }
  await books.tx
    .update(disputes)
    .set({ endToldAt: books.now })
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.id, c.row.id)))
}
