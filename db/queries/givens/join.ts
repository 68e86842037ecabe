// A one-time link that an officer gave to a side: it binds this address to that side, and to no other.
import type { Side } from '../../../flows/case.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { WelcomeGiven } from '../../../flows/welcome/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, lockCase, officerLed, save, stateOf } from '../../commands/shared/case.ts'
import { keepApart, upsertParty } from '../../commands/shared/filing.ts'
import { samePerson } from '../../commands/shared/own-addresses.ts'
import { partiesOf } from '../../commands/shared/resident.ts'
import { askForPlan } from '../../commands/shared/safe-contact-given.ts'
import { unknownButton } from './buttons.ts'

export async function join(books: Books, code: string): Promise<Opened | Refused> {
  const { address, person } = books.actor
  // Whoever works here only tries the link, and must not use it up for the one it is meant for.
  if (address === null || person !== null) return unknownButton()
  const joined = await books.useJoinCode(code)
  return joined ? joinSide(books, joined) : unknownButton()
}

type Joining = { dispute: string; side: Side | null }

/** Writes nothing where the address cannot be joined to this side, or as whoever told of it. */
export async function joinSide(books: Books, { dispute, side }: Joining): Promise<Opened | Refused> {
  const { address, person } = books.actor
  if (address === null || person !== null) return unknownButton()
  if (side === null) return joinReporter(books, address, dispute)
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
  return welcome(books, c, side)
}

/**
 * Whoever told a colleague by phone or at the door goes on here: they hear from now on what a reporter hears. It is their own
 * matter where they said so. Where somebody is at risk the first thing is how they may be reached.
 */
async function joinReporter(books: Books, address: string, dispute: string): Promise<Opened | Refused> {
  const c = await lockCase(books, dispute)
  if (!c || !isOpen(stateOf(c.row)) || c.row.reporterAddress !== null) return unknownButton()
  const sides = await partiesOf(books, c.row.id)
  for (const { side, addressId } of sides)
    if (side === 'B' && addressId !== null && (await samePerson(books, address, addressId)))
      return unknownButton()
  await save(books, c, { reporterAddress: address }, { quiet: true })
  const own = OWN.includes(c.row.reporterRole ?? '')
  if (own && sides.every(({ side, addressId }) => side !== 'A' || addressId === null))
    await upsertParty(books, c, 'A', { addressId: address, joinedAt: books.now })
  await keepApart(books, c)
  books.audit('reporter-joined', `dispute:${c.row.id}`, { own })
  return (await askForPlan(books, c)) ?? welcome(books, c, null)
}

const OWN: readonly string[] = ['PARTY', 'CHILD']

function welcome(books: Books, c: Case, side: Side | null): Opened {
  const { name, phone } = books.station
  const given: WelcomeGiven = { dispute: c.row.id, number: c.row.number, side, station: { name, phone } }
  return { flow: 'welcome', id: books.newId(), given }
}
