// A one-time link that an officer gave to a side: it binds this address to that side, and to no other.
import type { Side } from '../../../flows/case.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { WelcomeGiven } from '../../../flows/welcome/commands.ts'
import type { Books } from '../../books.ts'
import { lockCase, officerLed, stateOf } from '../../commands/shared/case.ts'
import { upsertParty } from '../../commands/shared/filing.ts'
import { samePerson } from '../../commands/shared/own-addresses.ts'
import { partiesOf } from '../../commands/shared/resident.ts'
import { unknownButton } from './buttons.ts'

export async function join(books: Books, code: string): Promise<Opened | Refused> {
  const { address, person } = books.actor
  // Whoever works here only tries the link, and must not use it up for the one it is meant for.
  if (address === null || person !== null) return unknownButton()
  const joined = await books.useJoinCode(code)
  return joined ? joinSide(books, joined) : unknownButton()
}

/** Writes nothing where the address cannot be joined to this side. */
export async function joinSide(
  books: Books,
  { dispute, side }: { dispute: string; side: Side },
): Promise<Opened | Refused> {
  const { address, person } = books.actor
  if (address === null || person !== null) return unknownButton()
  const c = await lockCase(books, dispute)
  // Of a merged case the sides may stand the other way round: an officer gives a new link.
  if (!c || !isOpen(stateOf(c.row)) || officerLed(books, c.row)) return unknownButton()
  const other = (await partiesOf(books, c.row.id)).find((one) => one.side !== side)
  if (other?.addressId && (await samePerson(books, address, other.addressId)))
    return refuse(
      'other-side',
      '这个链接是给另一方的，您不用打开。',
      'This link is meant for the other side; you need not open it.',
    )
  await upsertParty(books, c, side, { addressId: address })
  const { name, phone } = books.station
  const given: WelcomeGiven = { dispute: c.row.id, number: c.row.number, side, station: { name, phone } }
  return { flow: 'welcome', id: books.newId(), given }
}
