// Who may read a case, at the moment of reading. What is not theirs looks like what does not exist.
import { and, eq } from 'drizzle-orm'
import { findCaseNumber } from '../../flows/casework/number.ts'
import { actsAs, type Role } from '../../flows/casework/roles.ts'
import type { Books } from '../books.ts'
import { type Case, type Dispute, hold } from '../commands/shared/case.ts'
import { lockRequest, mayKnow } from '../commands/shared/request.ts'
import { type Sight, sightOf } from '../commands/shared/sight.ts'
import { disputes } from '../schema/index.ts'

type Read = { c: Case; roles: Role[] }

/** Cadres and grid workers are told what they must know; the books stay closed to them. */
const reads = (sight: Sight, row: Dispute): Role[] | null => {
  const roles = sight(row)
  return roles && actsAs(roles).includes('mediator') ? roles : null
}

export async function readerOf(books: Books, dispute?: string): Promise<Sight> {
  const sight = await sightOf(books, dispute)
  return (row) => reads(sight, row)
}

/** Null when there is none, when it is not theirs, and when it was erased. */
export async function readByNumber(books: Books, number: string): Promise<Read | null> {
  const row = await byNumber(books, number)
  const roles = row && (await readerOf(books, row.id))(row)
  const c = row && roles ? await hold(books, row) : null
  return c && roles ? { c, roles } : null
}

export async function mayRead(books: Books, dispute: string): Promise<boolean> {
  const [row] = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.id, dispute)))
  if (row) return (await readerOf(books, dispute))(row) !== null
  // Voices and pictures may belong to a difficulty.
  const r = await lockRequest(books, dispute)
  return r !== null && mayKnow(books.actor.person, r.row)
}

/** `rd 2026 7` is understood too. */
export async function byNumber(books: Books, typed: string): Promise<Dispute | null> {
  const number = findCaseNumber(typed, books.station.rulebook.numbering) ?? typed.trim()
  const [row] = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.number, number)))
  return row ?? null
}
