// The time limits of cases as they stand, for warnings, meetings and figures.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { TimeLimitCode } from '../../flows/casework/tables/time-limits.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { limits } from '../schema/index.ts'

export type LimitFact = {
  dispute: string
  code: TimeLimitCode
  from: Instant
  until: Instant
  state: 'running' | 'met' | 'over' | 'void'
}

/** Every limit that ran or runs for these cases, in the order in which they end. */
export async function limitsOf(books: Books, disputeIds: readonly string[]): Promise<LimitFact[]> {
  if (disputeIds.length === 0) return []
  const rows = await books.tx
    .select()
    .from(limits)
    .where(and(eq(limits.stationId, books.station.id), inArray(limits.disputeId, [...disputeIds])))
    .orderBy(asc(limits.until), asc(limits.code), asc(limits.id))
  return rows.map(({ disputeId, code, from, until, state }) => ({
    dispute: disputeId,
    code: code as TimeLimitCode,
    from,
    until,
    state,
  }))
}
