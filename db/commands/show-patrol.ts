// 摸排进度: what was answered so far, by village; for whoever leads the round.
import type { Handler } from '../books.ts'
import { lockPatrol, mayLead, shown } from './shared/patrol-book.ts'
import { noSuchCase } from './shared/refusal.ts'

export const showPatrol: Handler<'showPatrol'> = async (books, { patrol: id }) => {
  const patrol = await lockPatrol(books, id)
  if (!patrol || !mayLead(books, books.actor.person, patrol)) return noSuchCase()
  books.audit('read-patrol', `patrol:${patrol.id}`)
  return shown(books, patrol)
}
