// What the talk about safe contact begins with: asked after a report, come back to by the person, or written down by an officer.

import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { SafeContactGiven } from '../../../flows/safecontact/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed, stateOf } from './case.ts'
import { type Party, partiesOf } from './resident.ts'
import { planOf } from './safe-contact.ts'

/** The side at risk whose own chat this is; null for everybody else. */
export async function atRiskHere(books: Books, c: Case): Promise<Party | null> {
  const { address, person } = books.actor
  if (address === null || person !== null || !isOpen(stateOf(c.row))) return null
  const sides = await partiesOf(books, c.row.id)
  return sides.find(({ atRisk, addressId }) => atRisk && addressId === address) ?? null
}

/** Right after the report, where there is no plan yet. */
export async function askForPlan(books: Books, c: Case): Promise<Opened | null> {
  const party = await atRiskHere(books, c)
  const way = party && (planOf(c, party)?.way ?? null)
  return party && way === null ? opened(books, c, party) : null
}

/** At any time; where a plan has a phrase, only behind it. */
export const opened = (books: Books, c: Case, party: Party): Opened => ({
  flow: 'safecontact',
  id: books.newId(),
  given: {
    ...bare(books, c),
    sides: [{ id: party.side, label: party.label }],
    proof: (planOf(c, party)?.phrase ?? null) !== null,
  },
})

/** For an officer: whoever is at risk, and where officers lead nobody else. */
export async function forStaff(books: Books, c: Case): Promise<SafeContactGiven | null> {
  const sides = (await partiesOf(books, c.row.id)).filter(({ atRisk }) => atRisk || !officerLed(books, c.row))
  if (sides.length === 0) return null
  return {
    ...bare(books, c),
    rev: c.row.rev,
    sides: sides.map(({ side, label }) => ({ id: side, label })),
    staff: true,
  }
}

const bare = (books: Books, c: Case): SafeContactGiven => ({
  dispute: c.row.id,
  rev: null,
  sides: [],
  staff: false,
  proof: false,
  quiet: books.station.rulebook.calendar.quiet,
})
