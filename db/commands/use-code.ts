// A one-time code typed or opened in a chat: it binds staff, joins a resident's other chat, or joins a side to its case.
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Books, CodeFor, Handler, ResultOf } from '../books.ts'
import { joinSide } from '../queries/givens/join.ts'
import { mattersOf } from '../queries/givens/resident.ts'
import { bindStaff } from './shared/bind.ts'
import { link } from './shared/link.ts'

export const useCode: Handler<'useCode'> = async (books, { code }) =>
  (await books.identity.tryCode(code, (what) => use(books, what))) ?? noGood()

/** The same bytes for a code that is wrong, used, old or another's, and for one that came after too many. */
const noGood = () =>
  refuse(
    'wrong-code',
    '这个码用不了：可能不对、用过了，或者过期了。试错几次以后要等十分钟。要新的，请找给您这个码的人。',
    'This code does not work: it may be wrong, used or too old. After several wrong ones please wait ten minutes. For a new one please ask whoever gave it to you.',
  )

async function use(books: Books, what: CodeFor): Promise<ResultOf<'useCode'> | null> {
  const { address } = books.actor
  if (address === null) return null
  if ('person' in what) {
    const person = await bindStaff(books, address, what.person)
    return person && { as: 'staff', name: person.name, roles: [...person.roles] }
  }
  if ('address' in what)
    return (await link(books, what.address)) ? { as: 'resident', matters: await mattersOf(books) } : null
  const opened = await joinSide(books, what)
  return isRefused(opened) ? null : opened
}
