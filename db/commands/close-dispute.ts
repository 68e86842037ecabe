// 结案: a leader closes; what is still open, and a peace that is only on the surface, refuse.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { closeCase } from './shared/closing.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'

export const closeDispute: Handler<'closeDispute'> = async (books, { dispute, rev, reason, waiveRounds }) => {
  const found = await recorded(books, dispute, rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const closing = { roles, reason, waive: waiveRounds === 'yes', remediesTold: null }
  return (await closeCase(books, c, closing)) ?? moved(c)
}
