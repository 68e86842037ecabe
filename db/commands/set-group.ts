// A group of staff gets the alerts from now on, or no longer: only those who lead the station decide it.
import type { Role } from '../../flows/casework/roles.ts'
import type { Handler } from '../books.ts'
import { noSuchCase } from './shared/refusal.ts'

/** Nobody has a role of an administrator in chat: whoever heads the station does what one would, and the leaders with them. */
const MAY: readonly Role[] = ['chief', 'leader']

export const setGroup: Handler<'setGroup'> = async (books, { group, alerts }) => {
  const { person } = books.actor
  if (!person?.roles.some((role) => MAY.includes(role))) return noSuchCase()
  const address = await books.identity.group(group, alerts)
  if (address === null) return { set: false }
  books.audit(alerts ? 'group-added' : 'group-ended', `address:${address}`, { by: person.id })
  return { set: true }
}
