// 看: the card of a case as it stands, sent to where it was asked for, with what this person may do on it now.
import { isRefused } from '../../flows/casework/refusal.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import { stillStands } from '../../flows/casework/stands.ts'
import type { Does } from '../../flows/notices/notice.ts'
import type { Handler } from '../books.ts'
import { caseFlow, isCaseFlow } from '../queries/givens/case-flows.ts'
import { stateOf } from './shared/case.ts'
import { handled } from './shared/sight.ts'
import { aboutFor, FLOW_OF } from './shared/tell.ts'
import { priorityOf } from './shared/waiting.ts'

export const showCase: Handler<'showCase'> = async (books, { dispute }) => {
  const found = await handled(books, dispute, null)
  if (isRefused(found)) return found
  const { c, person, roles } = found
  const state = stateOf(c.row)
  const may = actsAs(roles)
  // Whether a flag was right is asked on the card of its round, and nowhere the next thing to do; so is a leader's word.
  const deeds = (Object.keys(FLOW_OF) as Does[]).filter(
    (deed) => deed !== 'flag' && deed !== 'approvePrevention',
  )
  const does = deeds.filter((deed) => {
    if (!isCaseFlow(FLOW_OF[deed])) return false
    const { role, fits } = caseFlow(FLOW_OF[deed])
    return stillStands(deed, state) && fits(state, roles) && (role === null || may.includes(role))
  })
  const about = await aboutFor(books, c, person.id, does)
  const due = c.row.contactedAt === null ? c.row.contactBy : null
  if (books.actor.address !== null)
    await books.post(
      books.actor.address,
      { notice: { kind: 'next', state, due, ...about } },
      { dispute: c.row.id, priority: priorityOf(c) },
    )
  books.audit('case-shown', `dispute:${c.row.id}`)
  return { dispute: c.row.id, number: c.row.number }
}
