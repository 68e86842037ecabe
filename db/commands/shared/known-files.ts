// Which files a case holds already: a report that is told again names them again.
import { and, eq } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { files } from '../../schema/index.ts'
import type { Case } from './case.ts'

export async function knownFiles(books: Books, c: Case): Promise<Set<string>> {
  const rows = await books.tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.stationId, books.station.id), eq(files.disputeId, c.row.id)))
  return new Set(rows.map(({ id }) => id))
}
