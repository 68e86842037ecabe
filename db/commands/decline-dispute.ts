// 转派: the officer hands the case back with a reason, and answers for it until a leader has named somebody else.
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { announce } from './shared/new-case.ts'
import { awaitOwner } from './shared/owner.ts'
import { currentAssignment, endAssignment } from './shared/responsible.ts'
import { recorded } from './shared/sight.ts'

export const declineDispute: Handler<'declineDispute'> = async (books, { dispute, rev, reason }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, person } = found
  const inForce = await currentAssignment(books, c)
  if (inForce === null || inForce.officerId !== person.id)
    return refuse('not-yours', '这件事现在没有派给您。', 'This case is not assigned to you now.')
  if (reason.trim() === '') return refuse('guard', '要写明理由。', 'A written reason is needed.')
  await endAssignment(books, c, 'declined', reason)
  await save(books, c, {})
  books.audit('declined', subjectOf(c), { officer: person.id })
  await awaitOwner(books, c)
  await announce(books, c, [{ zh: '民警退回，请改派', en: 'Handed back, please assign again' }], ['assign'])
  return moved(c)
}
