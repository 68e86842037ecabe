// 应访尽访: the figures of a month, a quarter or all time, over the cases that whoever asks answers for.
import { coverageOf } from '../../flows/casework/coverage.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { revisitsOf } from '../queries/coverage.ts'
import { noSuchCase } from './shared/refusal.ts'

export const showCoverage: Handler<'showCoverage'> = async (books, { period }) => {
  const { person } = books.actor
  if (!person || !actsAs(person.roles).includes('officer')) return noSuchCase()
  const told = await revisitsOf(books)
  books.audit('read-coverage', `station:${books.station.id}`, { period })
  return coverageOf({ period, ...told, now: books.now }, books.station.rulebook.calendar)
}
