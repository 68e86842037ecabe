// The sides of a case as staff are shown them in a form: what the station calls them, and whether a chat reaches them.
import type { PartyGiven } from '../../../flows/case.ts'
import type { Books } from '../../books.ts'
import { reachableAddress } from '../../commands/shared/ask-side.ts'
import { type Case, officerLed } from '../../commands/shared/case.ts'
import { partiesOf } from '../../commands/shared/resident.ts'

export async function sidesOf(books: Books, c: Case): Promise<PartyGiven[]> {
  const inChat = !officerLed(books, c.row)
  const given: PartyGiven[] = []
  for (const party of await partiesOf(books, c.row.id)) {
    const reachable = inChat && (await reachableAddress(books, party)) !== null
    given.push({ side: party.side, party: party.id, label: party.label, reachable })
  }
  return given
}
