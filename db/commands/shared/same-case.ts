// Reports that may be of the same matter: linked for a person to look at, counted for the grading, never merged here.
import { and, desc, eq, gt, inArray, ne, or } from 'drizzle-orm'
import { alike, lookBack, type Telling } from '../../../flows/casework/alike.ts'
import { addDays } from '../../../flows/casework/calendar.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { AlikeReason } from '../../../flows/casework/tables/alike.ts'
import type { Books } from '../../books.ts'
import { disputeLinks, disputes, parties } from '../../schema/index.ts'
import { type Case, categoryOf, type Dispute, save, stateOf } from './case.ts'
import { toldOf } from './told-of.ts'

/** As many as a person would look through. */
const MOST = 20
/** As many of a village as are read for a comparison by place and words. */
const MOST_READ = 60

type Side = Pick<typeof parties.$inferSelect, 'disputeId' | 'side' | 'nameIndex' | 'phoneIndex'>
type Alike = { row: Dispute; reasons: AlikeReason[] }

/** At filing, in few statements: told by the same person, or with the same name or phone on a side. */
export async function linkSame(books: Books, c: Case, sides: readonly Side[]): Promise<void> {
  const others = await byPersonOrSide(books, c, sides)
  if (others.length === 0) return
  const chats = await chatsOf(books, c.row)
  const theirs = await sidesOf(books, others)
  const mine = tellingOf(c.row, chats, sides)
  await link(
    books,
    c,
    others.flatMap((row) => {
      const reasons = alike(mine, tellingOf(row, reporterOf(row), theirs.get(row.id) ?? []))
      return reasons.length > 0 ? [{ row, reasons }] : []
    }),
  )
}

/** Once it was told whole: by place and words too, against what was reported in the village. True when one is new. */
export async function lookAgain(books: Books, c: Case): Promise<boolean> {
  const { village } = c.row
  const others = village === null ? [] : await ofVillage(books, c, village)
  if (others.length === 0) return false
  const [sides, known] = await Promise.all([sidesOf(books, [c.row, ...others]), linkedTo(books, c)])
  const told = await toldOf(books, [c.row, ...others])
  const whole = (row: Dispute, chats: readonly string[]): Telling => ({
    ...tellingOf(row, chats, sides.get(row.id) ?? []),
    ...told.get(row.id),
  })
  const mine = whole(c.row, await chatsOf(books, c.row))
  const found = others.flatMap((row): Alike[] => {
    if (known.has(row.id)) return []
    const reasons = alike(mine, whole(row, reporterOf(row)))
    return reasons.length > 0 ? [{ row, reasons }] : []
  })
  await link(books, c, found)
  return found.length > 0
}

/** Null where a colleague told of it: two matters of one village are not the same because the same grid worker heard of both. */
const ownChat = ({ reporterAddress, source }: Dispute): string | null =>
  source === 'patrol' || source === 'desk' ? null : reporterAddress

function reporterOf(row: Dispute): string[] {
  const chat = ownChat(row)
  return chat === null ? [] : [chat]
}

async function chatsOf(books: Books, row: Dispute): Promise<string[]> {
  const chat = ownChat(row)
  return chat === null ? [] : books.identity.addressesOf(chat)
}

function tellingOf(row: Dispute, reporters: readonly string[], sides: readonly Side[]): Telling {
  const keysOf = (side: 'A' | 'B') =>
    sides
      .filter((one) => one.side === side)
      .flatMap(({ nameIndex, phoneIndex }) => [nameIndex, phoneIndex])
      .filter((key) => key !== null)
  return {
    filedAt: row.filedAt,
    village: row.village,
    category: categoryOf(row),
    reporters,
    sides: [keysOf('A'), keysOf('B')],
    place: null,
    text: '',
  }
}

const recent = (books: Books, c: Case) =>
  and(
    eq(disputes.stationId, books.station.id),
    ne(disputes.id, c.row.id),
    gt(disputes.filedAt, addDays(books.now, -lookBack(categoryOf(c.row)))),
  )

async function byPersonOrSide(books: Books, c: Case, sides: readonly Side[]): Promise<Dispute[]> {
  const known = sides.flatMap(({ nameIndex, phoneIndex }) => [
    ...(nameIndex ? [eq(parties.nameIndex, nameIndex)] : []),
    ...(phoneIndex ? [eq(parties.phoneIndex, phoneIndex)] : []),
  ])
  const chats = await chatsOf(books, c.row)
  const byPerson =
    chats.length > 0
      ? books.tx
          .select()
          .from(disputes)
          .where(and(recent(books, c), inArray(disputes.reporterAddress, chats)))
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
          .where(and(recent(books, c), or(...known)))
          .orderBy(desc(disputes.filedAt))
          .limit(MOST)
  const [persons, theirs] = await Promise.all([byPerson, bySide])
  const all = [...persons, ...theirs.map(({ dispute }) => dispute)]
  return [...new Map(all.map((row) => [row.id, row])).values()]
}

const ofVillage = (books: Books, c: Case, village: string): Promise<Dispute[]> =>
  books.tx
    .select()
    .from(disputes)
    .where(and(recent(books, c), eq(disputes.village, village), ne(disputes.state, 'MERGED')))
    .orderBy(desc(disputes.filedAt))
    .limit(MOST_READ)

async function sidesOf(books: Books, rows: readonly Dispute[]): Promise<Map<string, Side[]>> {
  const found = await books.tx
    .select({
      disputeId: parties.disputeId,
      side: parties.side,
      nameIndex: parties.nameIndex,
      phoneIndex: parties.phoneIndex,
    })
    .from(parties)
    .where(
      and(
        eq(parties.stationId, books.station.id),
        inArray(
          parties.disputeId,
          rows.map(({ id }) => id),
        ),
      ),
    )
  return Map.groupBy(found, ({ disputeId }) => disputeId)
}

/** Ids of cases that this one was compared with before, whatever came of it. */
async function linkedTo(books: Books, c: Case): Promise<Set<string>> {
  const rows = await books.tx
    .select({ one: disputeLinks.disputeId, other: disputeLinks.otherId })
    .from(disputeLinks)
    .where(
      and(
        eq(disputeLinks.stationId, books.station.id),
        or(eq(disputeLinks.disputeId, c.row.id), eq(disputeLinks.otherId, c.row.id)),
      ),
    )
  return new Set(rows.flatMap(({ one, other }) => [one, other]))
}

/** Links them, and counts the earlier reports: a second and third telling of one matter raises it (E01, E02). */
async function link(books: Books, c: Case, others: readonly Alike[]): Promise<void> {
  if (others.length === 0) return
  const about = { stationId: books.station.id, disputeId: c.row.id, at: books.now, by: 'bot' }
  await books.tx
    .insert(disputeLinks)
    .values(
      others.map(({ row, reasons }) => ({ ...about, otherId: row.id, kind: 'maybe-same' as const, reasons })),
    )
    .onConflictDoNothing()
  const told = others
    .filter(
      ({ row }) => !row.prank && (isOpen(stateOf(row)) || row.state === 'CLOSED' || row.state === 'REJECTED'),
    )
    .map(({ row }) => ({ at: row.filedAt }))
  const reports = [...told, ...(c.row.facts.reports ?? [])]
  await save(books, c, { facts: { ...c.row.facts, reports } }, { quiet: true })
}
