// A one-time code for one's own other chat: of staff it binds that chat too, of a resident it joins the two.
import { refuse } from '../../flows/casework/refusal.ts'
import { CODE_TTL } from '../books/codes.ts'
import type { Handler } from '../books.ts'
import { offsetOf } from './shared/facts-shown.ts'

export const makeCode: Handler<'makeCode'> = async (books) => {
  const { address, person } = books.actor
  const facts = address === null ? null : await books.address(address)
  if (address === null || !facts) return notHere()
  // A chat that the wrong eyes may read is joined to no other.
  if (!person && facts.atRisk) return notHere()
  const what = person ? { person: person.id } : { address }
  const code = await books.identity.makeCode(what, CODE_TTL)
  if (person) books.audit('staff-code', `person:${person.id}`, { address })
  else books.audit('link-code', `address:${address}`)
  return { code, until: books.now + CODE_TTL, staff: person !== null, offset: offsetOf(books) }
}

const notHere = () =>
  refuse(
    'no-code-here',
    '这里现在不能要码。要换手机或者换号，请找民警。',
    'No code can be had here now. To move to another phone or account please ask an officer.',
  )
