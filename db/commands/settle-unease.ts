// 放心了: a leader takes "not at ease" back, with a reason; the level stays until somebody lowers it.
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import { becomeAtEase } from './shared/unease.ts'

export const settleUnease: Handler<'settleUnease'> = async (books, { dispute, rev, reason }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c, roles } = found
  if (!actsAs(roles).includes('leader'))
    return refuse('not-yours', '这一步要由责任领导来做。', 'This step belongs to the responsible leader.')
  if (c.row.uneasyAt === null)
    return refuse('at-ease', '这件事没有人说不放心。', 'Nobody is uneasy about this case.')
  if (reason.trim() === '') return refuse('no-reason', '请写明理由。', 'A written reason is needed.')
  await becomeAtEase(books, c, reason)
  return { ...moved(c), level: c.row.level }
}
