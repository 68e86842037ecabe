// Which files a case holds, and which it does not hold yet: a report that is told again names those that it has again.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { FileRef } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { files } from '../../schema/index.ts'
import type { Case } from './case.ts'

export async function unknownFiles(books: Books, c: Case, named: readonly FileRef[]): Promise<FileRef[]> {
  if (named.length === 0) return []
  const rows = await books.tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.stationId, books.station.id), eq(files.disputeId, c.row.id)))
  const known = new Set(rows.map(({ id }) => id))
  return named.filter(({ id }) => !known.has(id))
}

type Known = { id: string; type: string; at: number }

/** Those that were not erased, oldest first. */
export const filesOf = (books: Books, c: Pick<Case, 'row'>): Promise<Known[]> =>
  books.tx
    .select({ id: files.id, type: files.type, at: files.at })
    .from(files)
    .where(and(eq(files.stationId, books.station.id), eq(files.disputeId, c.row.id), isNull(files.erasedAt)))
    .orderBy(asc(files.at), asc(files.id))
