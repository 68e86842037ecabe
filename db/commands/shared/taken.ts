// Somebody else was first: whoever was asked to take the case is told who has it, and since when.
import { hourText } from '../../../flows/casework/clock-text.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import { type Case, lockCase, stateOf } from './case.ts'
import { emergencyTaken } from './note.ts'
import { currentAssignment } from './responsible.ts'
import { sightOf } from './sight.ts'

type Taken = { by: string; at: number }

/** Null while nobody has taken it. */
async function takerOf(books: Books, c: Case): Promise<Taken | null> {
  if (stateOf(c.row) === 'EMERGENCY') return emergencyTaken(books, c)
  const inForce = await currentAssignment(books, c)
  return inForce?.acceptedAt != null ? { by: inForce.officerId, at: inForce.acceptedAt } : null
}

/** Null where nobody has taken it, and where whoever asks has it themselves. */
export async function takenByOther(books: Books, c: Case): Promise<Refused | null> {
  const taken = isOpen(stateOf(c.row)) ? await takerOf(books, c) : null
  return taken && taken.by !== books.actor.person?.id ? said(books, c, taken) : null
}

/**
 * For somebody who no longer sees it: told all the same where they could have taken it a moment before. Null otherwise,
 * and to them there is no such case.
 */
export async function takenMeanwhile(books: Books, dispute: string): Promise<Refused | null> {
  const c = await lockCase(books, dispute)
  if (!c || !books.actor.person) return null
  const roles = (await sightOf(books, dispute))({ ...c.row, state: 'ASSIGNED', officerId: null })
  return roles && actsAs(roles).includes('officer') ? takenByOther(books, c) : null
}

/** For the owner of a button that is used up. */
export async function takenAlready(books: Books, dispute: string): Promise<Refused | null> {
  const c = await lockCase(books, dispute)
  const taken = c && isOpen(stateOf(c.row)) ? await takerOf(books, c) : null
  return c && taken && said(books, c, taken)
}

async function said(books: Books, { row }: Case, { by, at }: Taken): Promise<Refused> {
  const name = (await books.person(by))?.name ?? ''
  const hour = hourText(at, books.station.rulebook.calendar)
  return refuse(
    'taken',
    `${row.number}已由${name}于${hour}签收。`,
    `${row.number} was accepted by ${name} at ${hour}.`,
  )
}
