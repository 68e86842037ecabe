// The cases that somebody may see, a line each: the gravest first, and of these what is due soonest. Nothing personal.
import { and, eq, gt, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import { DAY } from '../../flows/casework/calendar.ts'
import { rank } from '../../flows/casework/level.ts'
import { isOpen, stateName } from '../../flows/casework/life-cycle.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import { category } from '../../flows/casework/taxonomy.ts'
import type { Books } from '../books.ts'
import { categoryOf, type Dispute, stateOf } from '../commands/shared/case.ts'
import { villageName } from '../commands/shared/facts-shown.ts'
import { assignments, disputes } from '../schema/index.ts'
import type { CaseLine } from '../store.ts'
import { type Names, namesOf } from './names.ts'
import { type NextDue, nextDues } from './next-due.ts'
import { readerOf } from './reader.ts'

/** How long a case stays in the list after its end. */
const AFTERWARDS = 30 * DAY
const ENDED = ['CLOSED', 'REJECTED', 'MERGED']

export async function caseLines(books: Books): Promise<CaseLine[]> {
  const recent = and(inArray(disputes.state, ENDED), gt(disputes.updatedAt, books.now - AFTERWARDS))
  const all = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), or(notInArray(disputes.state, ENDED), recent)))
  const may = await readerOf(books)
  const rows = all.filter((row) => may(row) !== null)
  const dues = await nextDues(books, rows)
  const names = await namesOf(books)
  const helped = await helpedBy(books)
  const pressing = (one: Dispute, other: Dispute): number =>
    Number(isOpen(stateOf(other))) - Number(isOpen(stateOf(one))) ||
    rank(other.level) - rank(one.level) ||
    (dues.get(one.id)?.at ?? Number.MAX_SAFE_INTEGER) - (dues.get(other.id)?.at ?? Number.MAX_SAFE_INTEGER) ||
    one.number.localeCompare(other.number)
  books.audit('read-cases', `station:${books.station.id}`, { cases: rows.length })
  return rows
    .sort(pressing)
    .map((row) => lineOf(books, row, dues.get(row.id) ?? null, names, isMine(books, row, helped)))
}

export function lineOf(
  books: Books,
  row: Dispute,
  due: NextDue | null,
  names: Names,
  mine: boolean,
): CaseLine {
  return {
    number: row.number,
    level: row.level,
    state: row.state,
    stateName: stateName(stateOf(row)),
    category: category(categoryOf(row)).name,
    village: villageName(books, row.village),
    officer: names(row.officerId),
    leader: names(row.leaderId),
    due,
    overdue: due !== null && due.at < books.now,
    mine,
    updatedAt: row.updatedAt,
  }
}

/** Named for it, or one of those who must give it to somebody. */
export function isMine(books: Books, row: Dispute, helped: ReadonlySet<string>): boolean {
  const { person } = books.actor
  if (!person) return false
  if (row.officerId === person.id || row.leaderId === person.id || helped.has(row.id)) return true
  const roles = actsAs(person.roles)
  if (row.state === 'EMERGENCY') return roles.includes('duty')
  return row.leaderId === null && isOpen(stateOf(row)) && roles.includes('leader')
}

/** Cases in which whoever reads is named as a helper. */
export async function helpedBy(books: Books): Promise<Set<string>> {
  const { person } = books.actor
  if (!person) return new Set()
  const rows = await books.tx
    .select({ dispute: assignments.disputeId })
    .from(assignments)
    .where(
      and(
        eq(assignments.stationId, books.station.id),
        isNull(assignments.endedAt),
        sql`${assignments.helpers} @> ${JSON.stringify([person.id])}::jsonb`,
      ),
    )
  return new Set(rows.map(({ dispute }) => dispute))
}
