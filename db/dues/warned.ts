// Warnings that were given, so that none is given twice for one cause and the second time is known as such.
import { and, desc, eq } from 'drizzle-orm'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { warnings } from '../schema/index.ts'

/** When this was warned of, the latest first. */
export async function warnedAt(books: Books, c: Case, code: string, about: string): Promise<number[]> {
  const rows = await books.tx
    .select({ at: warnings.at })
    .from(warnings)
    .where(
      and(
        eq(warnings.stationId, books.station.id),
        eq(warnings.disputeId, c.row.id),
        eq(warnings.code, code),
        eq(warnings.about, about),
      ),
    )
    .orderBy(desc(warnings.at))
  return rows.map(({ at }) => at)
}

export async function noteWarning(books: Books, c: Case, code: string, about: string): Promise<void> {
  await books.tx.insert(warnings).values({
    stationId: books.station.id,
    id: books.newId(),
    disputeId: c.row.id,
    code,
    about,
    at: books.now,
  })
}
