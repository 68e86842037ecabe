// 联系: a talk with a side. The first one is what the limit asked for; with rights read out it begins the mediation.

import type { Side } from '../../flows/case.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { isNeverAgreed } from '../../flows/casework/taxonomy.ts'
import type { RecordContact } from '../../flows/contact/commands.ts'
import type { Books, Handler } from '../books.ts'
import { contacts } from '../schema/index.ts'
import { advance } from './shared/advance.ts'
import { type Case, categoryOf, codesOf, save, stateOf, subjectOf } from './shared/case.ts'
import { upsertParty } from './shared/filing.ts'
import { joinLinks } from './shared/join-link.ts'
import { wantsJoint } from './shared/may-sit.ts'
import { moved } from './shared/moved.ts'
import { awaitOwner } from './shared/owner.ts'
import { partiesOf } from './shared/resident.ts'
import { acceptAssignment } from './shared/responsible.ts'
import { type Handled, recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'
import { forget } from './shared/waiting.ts'

type Given = RecordContact['with']

export const recordContact: Handler<'recordContact'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c } = found
  if (!isOpen(stateOf(c.row))) return refuse('ended', '这件事已经结束。', 'This case has ended already.')
  const sides: Side[] = given.side === 'both' ? ['A', 'B'] : [given.side]
  const refused = await begin(books, found, given)
  if (refused) return refused
  await writeContact(books, c, given)
  await writeSides(books, c, sides, given)
  if (c.row.contactedAt === null) {
    await save(books, c, { contactedAt: books.now })
    await forget(books, c, 'contact')
    await awaitOwner(books, c)
  } else await save(books, c, {}, { quiet: true })
  books.audit('contact', subjectOf(c), { side: given.side, how: given.how })
  return { ...moved(c), joins: await joinLinks(books, c, sides) }
}

/** The officer who talks to somebody has taken the case, whether or not they pressed the button for it. */
async function begin(books: Books, { c, person, roles }: Handled, given: Given): Promise<Refused | null> {
  if (stateOf(c.row) === 'ASSIGNED' && c.row.officerId === person.id) {
    const refused = await advance(books, c, 'CLAIMED', { roles, reason: 'by-contact' })
    if (refused) return refused
    await acceptAssignment(books, c)
  }
  if (stateOf(c.row) !== 'CLAIMED' || given.rightsRead !== 'yes') return null
  const facts = { rightsTold: true, contactRecorded: true }
  const refused = await advance(books, c, 'MEDIATING', { roles, facts })
  if (refused) return refused
  const mediable = !isNeverAgreed(categoryOf(c.row), codesOf(books, c.row))
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'next', state: c.row.state, due: c.row.targetAt, ...about }),
    mediable ? ['mediate', ...(wantsJoint(books, c) ? (['joint'] as const) : [])] : ['refer'],
  )
  return null
}

async function writeContact(books: Books, c: Case, given: Given): Promise<void> {
  const id = books.newId()
  const { side, how, rightsRead, willing } = given
  const note = given.note?.trim()
  await books.tx.insert(contacts).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    at: books.now,
    by: books.actor.id,
    side,
    how,
    rightsRead: rightsRead === 'yes',
    willing,
    note: note ? c.vault.seal('contacts.note', id, note) : null,
  })
}

/** What was learned of the side that was talked to, and of the other. */
async function writeSides(books: Books, c: Case, sides: Side[], given: Given): Promise<void> {
  const known = await partiesOf(books, c.row.id)
  for (const side of sides) {
    const party = known.find((one) => one.side === side)
    await upsertParty(books, c, side, {
      contactedAt: party?.contactedAt ?? books.now,
      ...(given.rightsRead === 'yes' ? { rightsReadAt: party?.rightsReadAt ?? books.now } : {}),
      ...(given.willing ? { willing: given.willing } : {}),
    })
  }
  const other = given.side === 'B' ? 'A' : 'B'
  if (given.otherName || given.otherPhone)
    await upsertParty(books, c, other, { name: given.otherName, phone: given.otherPhone })
}
