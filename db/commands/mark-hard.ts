// 难案: a leader finds a case hard, whatever the rules say, and writes down why.
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { restricted, stateOf } from './shared/case.ts'
import { becomeHard } from './shared/hard.ts'
import { moved } from './shared/moved.ts'
import { addNote } from './shared/note.ts'
import { recorded } from './shared/sight.ts'

export const markHard: Handler<'markHard'> = async (books, { dispute, rev, reason }) => {
  const found = await recorded(books, dispute, rev)
  if (isRefused(found)) return found
  const { c, person, roles } = found
  if (!actsAs(roles).includes('leader'))
    return refuse('not-yours', '这一步要由责任领导来做。', 'This step belongs to the responsible leader.')
  if (!isOpen(stateOf(c.row))) return refuse('ended', '这件事已经结束。', 'This case has ended already.')
  if (restricted(books, c.row))
    return refuse(
      'restricted',
      '这件事由所里办，不告诉镇上、村上。',
      'The station handles this case by itself; township and village are not told.',
    )
  if (reason.trim() === '') return refuse('guard', '要写明理由。', 'A written reason is needed.')
  await addNote(books, c, 'note', person.id, reason.trim())
  if (c.row.difficulty !== 'hard') await becomeHard(books, c, [])
  return moved(c)
}
