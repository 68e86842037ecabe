// 签收: the responsible officer takes the case; in an emergency, whoever comes first takes it.
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs, type Role } from '../../flows/casework/roles.ts'
import type { Books, Handler, Person } from '../books.ts'
import { advance } from './shared/advance.ts'
import { type Case, officerLed, save, stateOf, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { addNote, emergencyTaker } from './shared/note.ts'
import { movedOn } from './shared/refusal.ts'
import { tellReporter } from './shared/resident.ts'
import { acceptAssignment, answersFor, currentAssignment, writeAssignment } from './shared/responsible.ts'
import { recorded } from './shared/sight.ts'
import { takenByOther, takenMeanwhile } from './shared/taken.ts'
import { tellStaff } from './shared/tell.ts'
import { forget } from './shared/waiting.ts'

export const claimDispute: Handler<'claimDispute'> = async (books, { dispute, rev }) => {
  const found = await recorded(books, dispute, null, 'officer')
  if (isRefused(found)) return (await takenMeanwhile(books, dispute)) ?? found
  const { c, person, roles } = found
  const other = await takenByOther(books, c)
  if (other) return other
  const emergency = stateOf(c.row) === 'EMERGENCY'
  // Whoever comes to an emergency is not sent back to read what changed.
  if (!emergency && rev !== c.row.rev) return movedOn(books, c)
  const refused = emergency ? await takeEmergency(books, c, person) : await claim(books, c, person, roles)
  return refused ?? { ...moved(c), contactBy: c.row.contactBy ?? books.now }
}

async function claim(books: Books, c: Case, person: Person, roles: Role[]): Promise<Refused | null> {
  const mine = c.row.officerId === person.id
  if (stateOf(c.row) === 'ASSIGNED' && !mine && !(await isFree(books, c, person)))
    return refuse('not-yours', '这件事要由责任民警签收。', 'The responsible officer has to accept this case.')
  const officer = { officer: person.id }
  const refused = await advance(books, c, 'CLAIMED', {
    roles,
    facts: officer,
    change: { officerId: person.id },
  })
  if (refused) return refused
  const inForce = await currentAssignment(books, c)
  if (inForce?.officerId === person.id) await acceptAssignment(books, c)
  else {
    const helpers = inForce?.helpers ?? []
    await writeAssignment(books, c, { ...officer, leader: c.row.leaderId!, helpers, accepted: true })
  }
  await tellReporter(books, c, 'taken')
  const due = c.row.contactedAt === null ? c.row.contactBy : null
  await tellNext(books, c, person, due, 'contact')
  return null
}

/** The limit has passed, or the officer handed it back: another officer may step in. */
async function isFree(books: Books, c: Case, person: Person): Promise<boolean> {
  if (c.row.leaderId === person.id || !actsAs(person.roles).includes('officer')) return false
  const late = c.row.acceptBy !== null && c.row.acceptBy <= books.now
  return late || (await currentAssignment(books, c)) === null
}

async function takeEmergency(books: Books, c: Case, person: Person): Promise<Refused | null> {
  if ((await emergencyTaker(books, c)) === person.id) return null
  await addNote(books, c, 'emergencyTaken', person.id, '')
  await save(books, c, {}, { quiet: true })
  await answersFor(books, c, person.id)
  await forget(books, c, 'emergency')
  books.audit('emergency-taken', subjectOf(c), { by: person.id })
  if (!officerLed(books, c.row)) await tellReporter(books, c, 'taken')
  await tellNext(books, c, person, null, 'calm')
  return null
}

const tellNext = (
  books: Books,
  c: Case,
  { id }: Person,
  due: number | null,
  does: 'contact' | 'calm',
): Promise<number> =>
  tellStaff(books, c, { people: [id] }, (about) => ({ kind: 'next', state: c.row.state, due, ...about }), [
    does,
  ])
