// Somebody who leaves the station answers for nothing any more: another leader answers for their cases, and others are called.
import { and, eq, notInArray, or } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputes } from '../../schema/index.ts'
import { type Case, lockCase, save, stateOf, subjectOf } from './case.ts'
import { alert } from './emergency.ts'
import { emergencyTaker } from './note.ts'
import { awaitOwner, isCalled } from './owner.ts'
import { tellStaff } from './tell.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']

/** In the transaction in which they leave, after the books know that they have. */
export async function handOn(books: Books, person: string): Promise<void> {
  const rows = await books.tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        notInArray(disputes.state, ENDED),
        // Who took an emergency need not be named for it.
        or(eq(disputes.officerId, person), eq(disputes.leaderId, person), eq(disputes.state, 'EMERGENCY')),
      ),
    )
    .orderBy(disputes.id)
  for (const { id } of rows) {
    const c = await lockCase(books, id)
    if (c) await handOnCase(books, c, person)
  }
}

async function handOnCase(books: Books, c: Case, person: string): Promise<void> {
  const { officerId, leaderId } = c.row
  const left =
    stateOf(c.row) === 'EMERGENCY' && (await emergencyTaker(books, c)) === null && !(await isCalled(books, c))
  if (left) await alert(books, c, 0, false)
  if (officerId !== person && leaderId !== person) return
  if (leaderId === person) {
    const leader = await nextLeader(books, officerId)
    await save(books, c, { leaderId: leader })
    books.audit('leader-left', subjectOf(c), { leader })
  }
  await tellStaff(
    books,
    c,
    { people: [c.row.leaderId], roles: ['chief'] },
    (about) => ({ kind: 'next', state: c.row.state, due: null, ...about }),
    ['assign'],
  )
  await awaitOwner(books, c)
}

/** Whoever heads the station, or else another who leads, until a leader is named. */
async function nextLeader(books: Books, officer: string | null): Promise<string | null> {
  const leaders = await books.people({ roles: ['chief', 'leader'], active: true })
  const others = leaders.filter(({ id }) => id !== officer)
  return (others.find(({ roles }) => roles.includes('chief')) ?? others[0])?.id ?? null
}
