// 核对: an officer has looked, and says whether the surface signals of a round were right; said again, it is changed.
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { flaggedRounds } from '../queries/flagged.ts'
import { save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { addNote } from './shared/note.ts'
import { setRound } from './shared/rounds.ts'
import { recorded } from './shared/sight.ts'

export const markFlag: Handler<'markFlag'> = async (books, { dispute, rev, round, right, note }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, person } = found
  const flagged = (await flaggedRounds(books, c)).find(({ row }) => row.id === round)?.row
  if (!flagged) return refuse('no-flag', '这次回访没有要核对的提示。', 'This revisit has no flag to check.')
  const flag = right ? 'right' : 'wrong'
  await setRound(books, round, { flag, flagBy: person.id, flagAt: books.now })
  if (note !== null && note.trim() !== '') await addNote(books, c, 'note', person.id, note.trim())
  await save(books, c, {}, { quiet: true })
  books.audit('flag-marked', subjectOf(c), { round: flagged.no, flag, before: flagged.flag })
  return moved(c)
}
