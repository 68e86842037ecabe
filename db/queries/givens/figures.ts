// Begun on no case: figures over all that somebody answers for.
import { actsAs } from '../../../flows/casework/roles.ts'
import type { CoverageGiven } from '../../../flows/coverage/commands.ts'
import { offsetOf } from '../../commands/shared/facts-shown.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import type { Begin } from './resident.ts'

export const coverage: Begin = async (books) => {
  const { person } = books.actor
  if (!person || !actsAs(person.roles).includes('officer')) return noSuchCase()
  const given: CoverageGiven = { offset: offsetOf(books) }
  return { flow: 'coverage', id: books.newId(), given }
}
