// A message that was changed after its answer had been taken: both wordings are kept with the case, and an officer reads them.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { tellAdded } from './shared/filing.ts'
import { addNote } from './shared/note.ts'
import { ownCase } from './shared/told.ts'

export const keepCorrection: Handler<'keepCorrection'> = async (books, { dispute, was, text }) => {
  const found = dispute === null ? null : await ownCase(books, dispute)
  if (found === null || isRefused(found) || text.trim() === '' || text === was) return { kept: false }
  const { named, c, part } = found
  // What was said is whoever said it's own words; the arrow needs no language.
  await addNote(books, c, 'correction', part, was === null ? `→ ${text}` : `${was}\n→ ${text}`)
  books.audit('corrected', `dispute:${c.row.id}`, { by: part, known: was !== null })
  await tellAdded(books, c, 0)
  return { dispute: named.row.id, number: named.row.number }
}
