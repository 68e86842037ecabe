// Which case numbers somebody may read in a warning: of restricted cases only those that they may see.
import { and, eq, inArray } from 'drizzle-orm'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Books, Person } from '../books.ts'
import { type Dispute, restricted } from '../commands/shared/case.ts'
import { sightOf } from '../commands/shared/sight.ts'
import { disputes } from '../schema/index.ts'

/** Whether this person may open what belongs to a case, whoever acts at this moment. */
export async function readerFor(books: Books, person: Person): Promise<(row: Dispute) => boolean> {
  const sight = await sightOf(books, undefined, person)
  return (row) => {
    const roles = sight(row)
    return roles !== null && actsAs(roles).includes('mediator')
  }
}

/** The rows behind these numbers. */
export async function casesOf(books: Books, numbers: readonly string[]): Promise<Map<string, Dispute>> {
  const wanted = [...new Set(numbers)]
  if (wanted.length === 0) return new Map()
  const rows = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.number, wanted)))
  return new Map(rows.map((row) => [row.number, row]))
}

/** Numbers of open cases are no secret among those who are warned; a restricted case does not exist for others. */
export async function shownTo(
  books: Books,
  person: Person,
  known: ReadonlyMap<string, Dispute>,
): Promise<(number: string) => boolean> {
  const sight = await sightOf(books, undefined, person)
  return (number) => {
    const row = known.get(number)
    return row !== undefined && (!restricted(books, row) || sight(row) !== null)
  }
}
