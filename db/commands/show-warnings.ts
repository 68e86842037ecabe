// 预警: the warnings that stand for whoever asks: named in them, or answering for the case now.
import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Handler } from '../books.ts'
import { disputes, warnings } from '../schema/index.ts'
import { casesOf, shownTo } from '../warnings/may-see.ts'
import { groupsOf } from '../warnings/shown.ts'
import { noSuchCase } from './shared/refusal.ts'

export const showWarnings: Handler<'showWarnings'> = async (books) => {
  const { person } = books.actor
  if (!person) return noSuchCase()
  const found = await books.tx
    .select({ warning: warnings, state: disputes.state })
    .from(warnings)
    .leftJoin(disputes, and(eq(disputes.stationId, warnings.stationId), eq(disputes.id, warnings.disputeId)))
    .where(
      and(
        eq(warnings.stationId, books.station.id),
        isNotNull(warnings.slot),
        isNull(warnings.endedAt),
        or(
          sql`${warnings.people} @> ${JSON.stringify([person.id])}::jsonb`,
          eq(disputes.officerId, person.id),
          eq(disputes.leaderId, person.id),
        ),
      ),
    )
    .orderBy(desc(warnings.at), warnings.id)
  const rows = found.flatMap(({ warning, state }) => {
    // The last giving of a cause stands for those before it.
    const newer = found.some(
      ({ warning: other }) =>
        other.code === warning.code &&
        other.disputeId === warning.disputeId &&
        other.about === warning.about &&
        other.at > warning.at,
    )
    return newer || (state !== null && !isOpen(state as State)) ? [] : [warning]
  })
  const known = await casesOf(
    books,
    rows.flatMap(({ cases }) => cases),
  )
  books.audit('read-warnings', `station:${books.station.id}`, { warnings: rows.length })
  return { groups: groupsOf(books, rows, await shownTo(books, person, known)) }
}
