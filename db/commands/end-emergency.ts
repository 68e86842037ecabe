// 险情解除: the danger is over, what was done is written down, and the case goes back to triage as it was.
import { caseFacts } from '../../flows/casework/facts.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { advance } from './shared/advance.ts'
import { codesOf, joinFacts, save } from './shared/case.ts'
import { announceRaise, evaluate } from './shared/grading.ts'
import { moved } from './shared/moved.ts'
import { announce } from './shared/new-case.ts'
import { addNote, emergencyTaker } from './shared/note.ts'
import { awaitOwner } from './shared/owner.ts'
import { answersFor } from './shared/responsible.ts'
import { recorded } from './shared/sight.ts'
import { forget } from './shared/waiting.ts'

export const endEmergency: Handler<'endEmergency'> = async (books, { dispute, rev, done, injured }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, person } = found
  // Whoever took the emergency is on duty for it.
  const took = (await emergencyTaker(books, c)) === person.id
  const { ongoing, injury } = caseFacts(c.row.facts)
  const handled = { codes: codesOf(books, c.row), ongoing, injury }
  const roles: Role[] = took ? [...found.roles, 'duty'] : found.roles
  const refused = await advance(books, c, 'SCREENING', {
    roles,
    facts: { disposition: done.trim() !== '' },
    reason: 'danger-over',
    text: done,
    change: {
      facts: joinFacts(c.row.facts, { injury: injured, ongoing: false, handled }),
      contactedAt: c.row.contactedAt ?? books.now,
    },
  })
  if (refused) return refused
  await addNote(books, c, 'disposition', person.id, done)
  await forget(books, c, 'contact')
  await answersFor(books, c, person.id)
  await awaitOwner(books, c)
  const graded = await evaluate(books, c)
  await announceRaise(books, c, graded)
  await save(books, c, {}, { quiet: true })
  await announce(books, c, [{ zh: '险情解除', en: 'The danger is over' }])
  return moved(c)
}
