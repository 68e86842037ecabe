// Reports that may be of the same matter: linked for a person to look at, counted for the grading, never merged here.
import { and, desc, eq, gt, inArray, ne, or } from 'drizzle-orm'
import { addDays } from '../../../flows/casework/calendar.ts'
import { topOf } from '../../../flows/casework/taxonomy.ts'
import type { Books } from '../../books.ts'
import { disputeLinks, disputes, parties } from '../../schema/index.ts'
import { type Case, categoryOf, type Dispute, save } from './case.ts'

const DAYS = 30
const LAND_DAYS = 365
/** As many as a person would look through. */
const MOST = 20

type Side = Pick<typeof parties.$inferSelect, 'nameIndex' | 'phoneIndex'>

/** The same person, or a side with the same name or phone, in the same village lately (domain 8, duplicate rule). */
async function sameCandidates(books: Books, c: Case, sides: readonly Side[]): Promise<Dispute[]> {
  const days = topOf(categoryOf(c.row)) === 'LF' ? LAND_DAYS : DAYS
  const known = sides.flatMap(({ nameIndex, phoneIndex }) => [
    ...(nameIndex ? [eq(parties.nameIndex, nameIndex)] : []),
    ...(phoneIndex ? [eq(parties.phoneIndex, phoneIndex)] : []),
  ])
  const recent = and(
    eq(disputes.stationId, books.station.id),
    ne(disputes.id, c.row.id),
    gt(disputes.filedAt, addDays(books.now, -days)),
  )
  const { reporterAddress } = c.row
  const byPerson = reporterAddress
    ? books.tx
        .select()
        .from(disputes)
        .where(
          and(recent, inArray(disputes.reporterAddress, await books.identity.addressesOf(reporterAddress))),
        )
        .orderBy(desc(disputes.filedAt))
        .limit(MOST)
    : []
  const bySide =
    known.length === 0
      ? []
      : books.tx
          .select({ dispute: disputes })
          .from(disputes)
          .innerJoin(
            parties,
            and(eq(parties.stationId, disputes.stationId), eq(parties.disputeId, disputes.id)),
          )
          .where(and(recent, or(...known)))
          .orderBy(desc(disputes.filedAt))
          .limit(MOST)
  const [persons, theirs] = await Promise.all([byPerson, bySide])
  const all = [...persons, ...theirs.map(({ dispute }) => dispute)]
  const seen = new Map(all.map((row) => [row.id, row]))
  return [...seen.values()].filter(
    (row) => row.village === c.row.village && topOf(categoryOf(row)) === topOf(categoryOf(c.row)),
  )
}

/** Links them, and counts the earlier reports: a second and third telling of one matter raises it (E01, E02). */
export async function linkSame(books: Books, c: Case, sides: readonly Side[]): Promise<void> {
  const others = await sameCandidates(books, c, sides)
  if (others.length === 0) return
  const link = { stationId: books.station.id, disputeId: c.row.id, at: books.now, by: 'bot' }
  await books.tx
    .insert(disputeLinks)
    .values(others.map(({ id }) => ({ ...link, otherId: id, kind: 'maybe-same' as const })))
    .onConflictDoNothing()
  const told = others.filter(({ prank }) => !prank).map(({ filedAt }) => ({ at: filedAt }))
  const reports = [...told, ...(c.row.facts.reports ?? [])]
  await save(books, c, { facts: { ...c.row.facts, reports } }, { quiet: true })
}
