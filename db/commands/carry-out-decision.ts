// 落实: what a meeting decided is done, said in a sentence by whoever owed it, or by a leader who knows.
import { refuse } from '../../flows/casework/refusal.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { assessedCases } from '../schema/index.ts'
import { lockCase, save, subjectOf } from './shared/case.ts'
import { isEntry, setEntry } from './shared/meetings.ts'
import { moved } from './shared/moved.ts'
import { addNote } from './shared/note.ts'
import { noSuchCase } from './shared/refusal.ts'
import { sightOf } from './shared/sight.ts'
import { forget } from './shared/waiting.ts'

export const carryOutDecision: Handler<'carryOutDecision'> = async (books, { entry: id, words }) => {
  const [named] = await books.tx.select().from(assessedCases).where(isEntry(books, id))
  const c = named ? await lockCase(books, named.disputeId) : null
  const roles = c && (await sightOf(books, c.row.id))(c.row)
  const [entry] = await books.tx.select().from(assessedCases).where(isEntry(books, id)).for('update')
  if (!c || !entry || !roles) return noSuchCase()
  if (entry.ownerId !== books.actor.person?.id && !actsAs(roles).includes('leader')) return noSuchCase()
  if (entry.state !== 'decided')
    return refuse('done-already', '这一条已经办好了。', 'This is noted as done already.')
  if (words.trim() === '') return refuse('no-reason', '请写一句办得怎么样。', 'Please say how it was done.')
  await setEntry(books, entry, { state: 'done', doneAt: books.now })
  await addNote(books, c, 'note', books.actor.id, words.trim())
  await forget(books, c, 'decision', entry.id)
  await save(books, c, {}, { quiet: true })
  books.audit('decision-done', subjectOf(c), {
    entry: entry.id,
    late: books.now > (entry.dueAt ?? books.now),
  })
  return moved(c)
}
