// Numbers per kind and year, without gaps: a transaction that fails gives its number back.
import { sql } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { Books, Tx } from '../books.ts'
import { counters } from '../schema/index.ts'

export function numbering(base: Base, tx: Tx): Books['nextNumber'] {
  return async (kind, year) => {
    // The row stays locked until the commit: who comes next waits, and never skips.
    const [row] = await tx
      .insert(counters)
      .values({ stationId: base.station, kind, year, last: 1 })
      .onConflictDoUpdate({
        target: [counters.stationId, counters.kind, counters.year],
        set: { last: sql`${counters.last} + 1` },
      })
      .returning({ last: counters.last })
    return row!.last
  }
}
