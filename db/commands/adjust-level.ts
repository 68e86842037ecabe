// 调整等级: an officer raises a case by one level; lowering needs the right person and calm days.
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { stateOf } from './shared/case.ts'
import { lowerByOne, raiseByOne } from './shared/level-by-hand.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'

export const adjustLevel: Handler<'adjustLevel'> = async (books, { dispute, rev, direction, reason }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, roles } = found
  if (!isOpen(stateOf(c.row))) return refuse('ended', '这件事已经结束。', 'This case has ended already.')
  const refused =
    direction === 'raise' ? await raiseByOne(books, c, reason) : await lowerByOne(books, c, roles, reason)
  return refused ?? { ...moved(c), level: c.row.level }
}
