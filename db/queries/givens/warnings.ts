// Begun on no case, by anybody who works here.
import type { WarningsGiven } from '../../../flows/warnings/commands.ts'
import { offsetOf } from '../../commands/shared/facts-shown.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import type { Begin } from './resident.ts'

export const warnings: Begin = async (books) => {
  if (!books.actor.person) return noSuchCase()
  const given: WarningsGiven = { offset: offsetOf(books) }
  return { flow: 'warnings', id: books.newId(), given }
}
