// 代登记: the usual questions follow, with what is known already of whoever told it.
import type { IntakeGiven } from '../../flows/intake/commands.ts'
import type { Handler } from '../books.ts'
import { reportGiven } from '../queries/givens/resident.ts'
import { noSuchCase } from './shared/refusal.ts'

export const beginBehalf: Handler<'beginBehalf'> = async (books, { came, mayWrite, ...teller }) => {
  if (books.actor.person === null) return noSuchCase()
  const given: IntakeGiven = {
    ...(await reportGiven(books)),
    // What this colleague entered before is no matter of whoever stands there now.
    matters: [],
    ...(came === 'self' ? {} : { behalf: { source: came, mayWrite: mayWrite ?? 'no', ...teller } }),
  }
  books.audit('behalf', `person:${books.actor.person.id}`, { came })
  return { asksOn: { flow: 'intake', id: books.newId(), given } }
}
