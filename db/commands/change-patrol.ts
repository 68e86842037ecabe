// A round that runs or is to come, changed or called off by whoever leads it.

import type { Refused } from '../../flows/casework/refusal.ts'
import { refuse } from '../../flows/casework/refusal.ts'
import type { PatrolChange, Planned } from '../../flows/patrol/commands.ts'
import type { Books, Handler } from '../books.ts'
import { endOf, wrongTimes } from './plan-patrol.ts'
import {
  asksOf,
  lockPatrol,
  mayLead,
  type Patrol,
  peopleAsked,
  planned,
  setPatrol,
} from './shared/patrol-book.ts'
import { awaitBegin, awaitEnd, cancelOne, openOne } from './shared/patrol-round.ts'
import { noSuchCase } from './shared/refusal.ts'

export const changePatrol: Handler<'changePatrol'> = async (books, { patrol: id, change }) => {
  const patrol = await lockPatrol(books, id)
  if (!patrol || !mayLead(books, books.actor.person, patrol)) return noSuchCase()
  if (change.to === 'once') {
    books.audit('patrol-once', `patrol:${patrol.id}`)
    return told(books, await setPatrol(books, patrol, { repeat: 'none' }))
  }
  if (patrol.state !== 'planned' && patrol.state !== 'open')
    return refuse('ended', '这一轮已经结束了。', 'This round is over already.')
  if (change.to === 'cancel') return told(books, await cancelOne(books, patrol))
  return move(books, patrol, change)
}

const told = async (books: Books, patrol: Patrol): Promise<Planned> =>
  planned(patrol, await peopleAsked(books, patrol), [])

async function move(
  books: Books,
  patrol: Patrol,
  change: Extract<PatrolChange, { to: 'at' | 'until' }>,
): Promise<Planned | Refused> {
  const begun = patrol.state === 'open'
  if (change.to === 'at' && begun)
    return refuse('begun', '这一轮已经开始了。', 'This round has begun already.')
  const at = change.to === 'at' ? (change.at ?? books.now) : patrol.at
  const until = change.to === 'at' ? at + (patrol.until - patrol.at) : endOf(at, change.wait)
  const refused = wrongTimes(books, { at, until, repeat: patrol.repeat, begun })
  if (refused) return refused
  const moved = await setPatrol(books, patrol, { at, until })
  books.audit('patrol-moved', `patrol:${patrol.id}`, { at, until })
  if (begun) {
    const reminded = (await asksOf(books, [patrol.id])).some(({ remindedAt }) => remindedAt !== null)
    await awaitEnd(books, moved, reminded)
    return told(books, moved)
  }
  if (at > books.now) {
    await awaitBegin(books, moved)
    return told(books, moved)
  }
  const opened = await openOne(books, moved)
  return planned(opened.patrol, opened.asked, opened.nobody)
}
