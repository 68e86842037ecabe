// What the books know of open cases for a meeting that looks at risk (研判): the agenda of whoever chairs, figures, days ahead.
import { and, eq, gt, inArray, lt, notInArray } from 'drizzle-orm'
import type { Trends } from '../../flows/assessment/commands.ts'
import { type Agenda, type AgendaCase, agenda } from '../../flows/casework/agenda.ts'
import { addDays, type Day, dayOf, dayStart } from '../../flows/casework/calendar.ts'
import { CLUSTER, type Cluster } from '../../flows/casework/clusters.ts'
import { type Ahead, daysAhead } from '../../flows/casework/meetings.ts'
import { LEVEL_CODES, type Level } from '../../flows/casework/tables/level.ts'
import { TOPS } from '../../flows/casework/tables/taxonomy.ts'
import { topOf } from '../../flows/casework/taxonomy.ts'
import type { Books, Person } from '../books.ts'
import { categoryOf, codesOf, type Dispute, stateOf } from '../commands/shared/case.ts'
import { villageName } from '../commands/shared/facts-shown.ts'
import { sightOf } from '../commands/shared/sight.ts'
import {
  assessedCases,
  assessments,
  calendarDays,
  disputeLinks,
  disputes,
  duties,
  revisits,
  rounds,
  workPlans,
} from '../schema/index.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']
const here = ({ station }: Books) => station.id

export type AgendaOf = Agenda & { rows: ReadonlyMap<string, Dispute> }

/** Over the cases that this person may handle, and no others. */
export async function agendaOf(
  books: Books,
  person: Person,
  { redOnly = false }: { redOnly?: boolean } = {},
): Promise<AgendaOf> {
  const sight = await sightOf(books, undefined, person)
  const rows = (await openCases(books)).filter((row) => sight(row) !== null)
  const { station, now } = books
  const recent = (await recentCases(books)).filter((row) => sight(row) !== null).map(placed)
  const made = agenda(await factsOf(books, rows), recent, now, station.rulebook, { redOnly })
  return { ...made, rows: new Map(rows.map((row) => [row.id, row])) }
}

const placed = (row: Dispute) => ({
  dispute: row.id,
  village: row.village,
  category: categoryOf(row),
  filedAt: row.filedAt,
})

const openCases = (books: Books): Promise<Dispute[]> =>
  books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, here(books)), notInArray(disputes.state, ENDED)))

const recentCases = (books: Books): Promise<Dispute[]> =>
  books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, here(books)), gt(disputes.filedAt, addDays(books.now, -CLUSTER.days))))

async function factsOf(books: Books, rows: readonly Dispute[]): Promise<AgendaCase[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [late, missed, judged, linked, assessed, plans] = await Promise.all([
    lateDuties(books, ids),
    lateRevisits(books, ids),
    lastRounds(books, ids),
    links(books, ids),
    entries(books, ids),
    unwritten(books, ids),
  ])
  return rows.map((row): AgendaCase => {
    const round = judged.get(row.id)
    const codes = codesOf(books, row)
    const mine = assessed.filter((one) => one.disputeId === row.id)
    const last = mine.at(-1)
    const owed = plans.filter((one) => one.disputeId === row.id && one.at >= (row.uneasyAt ?? one.at + 1))
    return {
      dispute: row.id,
      number: row.number,
      level: row.level,
      category: categoryOf(row),
      village: row.village,
      state: stateOf(row),
      filedAt: row.filedAt,
      updatedAt: row.updatedAt,
      contactedAt: row.contactedAt,
      contactBy: row.contactBy,
      targetAt: row.targetAt,
      dutiesLate: late.filter((id) => id === row.id).length,
      revisitsLate: missed.filter((id) => id === row.id).length,
      verdict: round?.verdict ?? null,
      surface: round?.flag === 'wrong' ? 0 : (round?.surface ?? 0),
      repeated: codes.includes('E01') || codes.includes('E02'),
      alike: linked.filter((one) => one.disputeId === row.id || one.otherId === row.id).length,
      uneasy: row.uneasyAt !== null,
      plansLate: owed.filter(({ dueAt }) => dueAt <= books.now).length,
      decisionsLate: mine.filter(
        (one) => one.state === 'decided' && (one.dueAt ?? books.now + 1) <= books.now,
      ).length,
      left: last?.state === 'left',
      reviewedAt: mine.reduce<number | null>(
        (latest, { decidedAt }) => (decidedAt === null ? latest : Math.max(latest ?? 0, decidedAt)),
        null,
      ),
    }
  })
}

async function lateDuties(books: Books, ids: string[]): Promise<string[]> {
  const rows = await books.tx
    .select({ id: duties.disputeId })
    .from(duties)
    .where(
      and(
        eq(duties.stationId, here(books)),
        inArray(duties.disputeId, ids),
        inArray(duties.state, ['open', 'part', 'overdue']),
        lt(duties.dueAt, books.now),
      ),
    )
  return rows.map(({ id }) => id)
}

async function lateRevisits(books: Books, ids: string[]): Promise<string[]> {
  const rows = await books.tx
    .select({ id: revisits.disputeId })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, here(books)),
        inArray(revisits.disputeId, ids),
        inArray(revisits.state, ['planned', 'open']),
        lt(revisits.at, dayStart(books.now, books.station.rulebook.calendar)),
      ),
    )
  return rows.map(({ id }) => id)
}

async function lastRounds(books: Books, ids: string[]) {
  const rows = await books.tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.stationId, here(books)), inArray(rounds.disputeId, ids), eq(rounds.state, 'done')))
    .orderBy(rounds.no)
  return new Map(rows.map((row) => [row.disputeId, row]))
}

/** In either direction. */
async function links(books: Books, ids: string[]) {
  const rows = await books.tx
    .select({ disputeId: disputeLinks.disputeId, otherId: disputeLinks.otherId })
    .from(disputeLinks)
    .where(and(eq(disputeLinks.stationId, here(books)), eq(disputeLinks.kind, 'maybe-same')))
  return rows.filter(({ disputeId, otherId }) => ids.includes(disputeId) || ids.includes(otherId))
}

/** The oldest meeting first. */
async function entries(books: Books, ids: string[]) {
  const rows = await books.tx
    .select({ entry: assessedCases, no: assessments.no })
    .from(assessedCases)
    .innerJoin(
      assessments,
      and(eq(assessments.stationId, assessedCases.stationId), eq(assessments.id, assessedCases.assessmentId)),
    )
    .where(and(eq(assessedCases.stationId, here(books)), inArray(assessedCases.disputeId, ids)))
    .orderBy(assessments.no)
  return rows.map(({ entry }) => entry)
}

async function unwritten(books: Books, ids: string[]) {
  const rows = await books.tx
    .select()
    .from(workPlans)
    .where(and(eq(workPlans.stationId, here(books)), inArray(workPlans.disputeId, ids)))
  return rows.filter(({ writtenAt }) => writtenAt === null)
}

export type Levels = { [L in Level]: number }
export const levelsOf = (of: readonly { level: Level }[]): Levels => {
  const count = (level: Level) => of.filter((one) => one.level === level).length
  return { RED: count('RED'), ORANGE: count('ORANGE'), YELLOW: count('YELLOW'), BLUE: count('BLUE') }
}

const MOST_SHOWN = 3

/** Levels are those of the whole station, as the weekly digest has them; the rest is of cases that the chair may see. */
export async function trendsOf(books: Books, seen: AgendaOf): Promise<Trends> {
  const rows = [...seen.rows.values()]
  const villages = counted(rows.flatMap(({ village }) => (village === null ? [] : [village])))
  const kinds = counted(rows.map((row) => topOf(categoryOf(row))))
  return {
    now: levelsOf(await openCases(books)),
    before: await levelsBefore(books),
    villages: villages.map(([code, n]) => ({ name: villageName(books, code) ?? code, n })),
    categories: kinds.map(([code, n]) => ({ ...topName(code), n })),
    clusters: seen.clusters.map((one) => clusterTold(books, one)),
  }
}

const clusterTold = (books: Books, { village, top, cases }: Cluster): Trends['clusters'][number] => ({
  village: villageName(books, village) ?? village,
  category: topName(top),
  n: cases.length,
})

function topName(code: string): { zh: string; en: string } {
  const { zh, en } = TOPS.find((one) => one.code === code) ?? { zh: code, en: code }
  return { zh, en }
}

/** The most first. */
function counted<T extends string>(all: readonly T[]): [T, number][] {
  const numbers = new Map<T, number>()
  for (const one of all) numbers.set(one, (numbers.get(one) ?? 0) + 1)
  return [...numbers.entries()]
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .slice(0, MOST_SHOWN)
}

async function levelsBefore(books: Books): Promise<Levels | null> {
  const rows = await books.tx
    .select({ trends: assessments.trends })
    .from(assessments)
    .where(and(eq(assessments.stationId, here(books)), eq(assessments.state, 'held')))
    .orderBy(assessments.no)
  const kept = (rows.at(-1)?.trends ?? null) as { now?: Partial<Levels> } | null
  const now = kept?.now
  if (!now || !LEVEL_CODES.every((level) => typeof now[level] === 'number')) return null
  return { RED: now.RED ?? 0, ORANGE: now.ORANGE ?? 0, YELLOW: now.YELLOW ?? 0, BLUE: now.BLUE ?? 0 }
}

/** Festivals of the rulebook and whatever the station has entered as a festival or a sensitive day. */
export async function readyFor(books: Books): Promise<Ahead[]> {
  const entered = await books.tx
    .select()
    .from(calendarDays)
    .where(
      and(eq(calendarDays.stationId, here(books)), inArray(calendarDays.kind, ['festival', 'sensitive'])),
    )
  const known = books.station.rulebook.festivals.map(({ date: day, zh, en }) => ({ day, zh, en }))
  return [...known, ...entered.map(({ day, zh, en }) => ({ day, zh, en }))]
}

export const aheadOf = async (books: Books): Promise<Ahead[]> =>
  daysAhead(todayOf(books), await readyFor(books), books.station.rulebook)

export const todayOf = (books: Books): Day => dayOf(books.now, books.station.rulebook.calendar)
