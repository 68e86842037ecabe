// The one sentence of law that a side is told with its agreement, or after it was asked how it stands; null where none fits.
import { legalNote, type Moment, noteLine } from '../../../flows/casework/tables/legal-notes.ts'
import type { Books } from '../../books.ts'
import { agreementInForce } from './agreements.ts'
import { type Case, categoryOf, officerLed } from './case.ts'

/** A paper of the police rests on another law, and where officers lead nothing is said of their matter. */
const NOT_ON: readonly string[] = ['PSM', 'CASE']

export async function lawSaid(
  books: Books,
  c: Case,
  moment: Exclude<Moment, 'report'>,
): Promise<{ zh: string; en: string } | null> {
  const note = legalNote(categoryOf(c.row), moment)
  if (!note || officerLed(books, c.row) || NOT_ON.includes(c.row.track ?? '')) return null
  if (!(await agreementInForce(books, c))) return null
  return { zh: noteLine(note, 'zh'), en: noteLine(note, 'en') }
}
