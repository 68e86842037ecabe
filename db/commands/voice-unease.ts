// 不放心: an officer says so without any indicator (domain 3.4, rule 5).
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { stateOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import { becomeUneasy } from './shared/unease.ts'

export const voiceUnease: Handler<'voiceUnease'> = async (books, { dispute, rev, reason }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  if (!isOpen(stateOf(c.row))) return refuse('ended', '这件事已经结束。', 'This case has ended already.')
  if (reason.trim() === '') return refuse('no-reason', '请写明哪里不放心。', 'Please say what about.')
  const { dueAt } = await becomeUneasy(books, c, reason)
  return { ...moved(c), level: c.row.level, planDue: dueAt }
}
