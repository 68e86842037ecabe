// 防止登记: what an officer says was prevented. A leader who did not say so approves it; until then it counts for nothing.
import { isRefused } from '../../flows/casework/refusal.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Books, Handler } from '../books.ts'
import { preventions } from '../schema/index.ts'
import { type Case, save, subjectOf } from './shared/case.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'
import { tellStaff } from './shared/tell.ts'

export const recordPrevention: Handler<'recordPrevention'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev, 'officer')
  if (isRefused(found)) return found
  const { c, person } = found
  const id = books.newId()
  const { kind, people } = given
  await books.tx.insert(preventions).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    kind,
    people,
    at: books.now,
    by: person.id,
    reason: c.vault.seal('preventions.reason', id, given.reason.trim()),
  })
  await save(books, c, {}, { quiet: true })
  books.audit('prevention', subjectOf(c), { prevention: id, kind, people })
  await tellStaff(
    books,
    c,
    { people: await deciders(books, c, person.id) },
    (about) => ({ kind: 'prevention', what: kind, people, ...about }),
    ['approvePrevention'],
  )
  return { ...moved(c), waits: true }
}

/** The case's own leader; where that is who said it, another one. */
async function deciders(books: Books, { row }: Case, by: string): Promise<string[]> {
  if (row.leaderId !== null && row.leaderId !== by) return [row.leaderId]
  const leaders = await books.people({ active: true, ...(row.village ? { village: row.village } : {}) })
  return leaders.filter(({ id, roles }) => id !== by && actsAs(roles).includes('leader')).map(({ id }) => id)
}
