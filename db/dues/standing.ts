// What the station itself waits for, whatever its cases do: one open row of each kind, always.
import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { due } from '../schema/index.ts'
import { nextAssessment } from './assessment.ts'
import { nextDigest } from './digest.ts'
import { nextNightly } from './nightly.ts'
import { nextWarnings } from './warnings.ts'

/** When each of them comes next. The kind of the row is its key, too. */
const NEXT: { readonly [kind: string]: (books: Books) => Instant } = {
  digest: nextDigest,
  assessment: nextAssessment,
  nightly: nextNightly,
  warnings: nextWarnings,
}

/** Whatever is not waited for is scheduled; a row that is due already is left alone. */
export async function awaitStanding(books: Books): Promise<void> {
  const kinds = Object.keys(NEXT)
  const open = await books.tx
    .select({ key: due.key })
    .from(due)
    .where(and(eq(due.stationId, books.station.id), inArray(due.key, kinds), eq(due.state, 'open')))
  const known = new Set(open.map(({ key }) => key))
  const missing = kinds.filter((kind) => !known.has(kind))
  if (missing.length > 0)
    await books.schedule(...missing.map((kind) => ({ key: kind, kind, at: NEXT[kind]!(books) })))
}
