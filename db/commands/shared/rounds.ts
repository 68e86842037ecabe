// Rounds of coming back: planned, added, put off, let go. Each has one revisit a side, at different hours.
import { and, asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { Duty } from '../../../flows/casework/duties.ts'
import { extraRound, type PlannedRound, plan, sides } from '../../../flows/casework/revisit-plan.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { Mode } from '../../../flows/casework/tables/level.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { revisits, rounds } from '../../schema/index.ts'
import { type Case, categoryOf, codesOf } from './case.ts'
import { forget, waitFor } from './waiting.ts'

export type RoundRow = typeof rounds.$inferSelect
export type RevisitRow = typeof revisits.$inferSelect

/** The plan after an agreement, or from when following up began. Whatever was planned before is let go. */
export async function planRounds(books: Books, c: Case, duties: readonly Duty[]): Promise<PlannedRound[]> {
  await waiveRounds(books, c)
  const planned = plan(
    {
      level: c.row.level,
      category: categoryOf(c.row),
      codes: codesOf(books, c.row),
      signedAt: books.now,
      duties,
      seed: c.row.number,
    },
    books.station.rulebook,
  )
  const first = await lastNo(books, c)
  for (const round of planned) await writeRound(books, c, { ...round, no: first + round.no })
  return planned
}

/** One more round so many days from now; a day that has one already passes it on to the next. */
export async function addRound(books: Books, c: Case, days: number, mode: Mode, why: Said): Promise<void> {
  const planned = await roundsOf(books, c, ['planned', 'open'])
  const given = {
    no: (await lastNo(books, c)) + 1,
    now: books.now,
    days,
    mode,
    why,
    seed: c.row.number,
    planned,
  }
  await writeRound(books, c, extraRound(given, books.station.rulebook))
}

async function writeRound(books: Books, c: Case, { no, at, mode, kind }: PlannedRound): Promise<void> {
  const id = books.newId()
  const key = { stationId: books.station.id, disputeId: c.row.id }
  await books.tx.insert(rounds).values({ ...key, id, no, at, mode, why: kind, state: 'planned' })
  for (const [side, when] of Object.entries(sides({ no, at }, books.station.rulebook))) {
    const revisit = books.newId()
    await books.tx.insert(revisits).values({
      ...key,
      id: revisit,
      roundId: id,
      side: side as 'A' | 'B',
      at: when,
      mode,
      state: 'planned',
      attempts: [],
    })
    await awaitRevisit(books, c, revisit, when)
  }
}

export const awaitRevisit = (books: Books, c: Case, revisit: string, at: Instant): Promise<void> =>
  waitFor(books, c, 'revisit', at, { payload: { revisit }, about: revisit })

/** What was planned or has begun and not ended is let go: the case has taken another turn, or is closed. */
export async function waiveRounds(books: Books, c: Case): Promise<void> {
  const mine = { station: eq(rounds.stationId, books.station.id), dispute: eq(rounds.disputeId, c.row.id) }
  await books.tx
    .update(rounds)
    .set({ state: 'waived', endedAt: books.now })
    .where(and(mine.station, mine.dispute, inArray(rounds.state, ['planned', 'open'])))
  await books.tx
    .update(revisits)
    .set({ state: 'waived', endedAt: books.now })
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        inArray(revisits.state, ['planned', 'open']),
      ),
    )
  await forget(books, c, 'revisit')
  await forget(books, c, 'unanswered')
  await books.cancel(`ask:${c.row.id}`)
}

export const roundsOf = (
  books: Books,
  c: Pick<Case, 'row'>,
  states: RoundRow['state'][],
): Promise<RoundRow[]> =>
  books.tx
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.stationId, books.station.id),
        eq(rounds.disputeId, c.row.id),
        inArray(rounds.state, states),
      ),
    )
    .orderBy(asc(rounds.at))

/** Judged rounds, the latest first. */
export const judgedRounds = (books: Books, c: Pick<Case, 'row'>): Promise<RoundRow[]> =>
  books.tx
    .select()
    .from(rounds)
    .where(
      and(eq(rounds.stationId, books.station.id), eq(rounds.disputeId, c.row.id), eq(rounds.state, 'done')),
    )
    .orderBy(desc(rounds.no))

export const halvesOf = (books: Books, round: string): Promise<RevisitRow[]> =>
  books.tx
    .select()
    .from(revisits)
    .where(and(eq(revisits.stationId, books.station.id), eq(revisits.roundId, round)))
    .orderBy(asc(revisits.side))

export async function revisitById(books: Books, id: string): Promise<RevisitRow | null> {
  const [row] = await books.tx
    .select()
    .from(revisits)
    .where(and(eq(revisits.stationId, books.station.id), eq(revisits.id, id)))
    .for('update')
  return row ?? null
}

export async function roundById(books: Books, id: string): Promise<RoundRow | null> {
  const [row] = await books.tx
    .select()
    .from(rounds)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.id, id)))
  return row ?? null
}

export async function setRevisit(
  books: Books,
  row: RevisitRow,
  set: Partial<Omit<RevisitRow, 'stationId' | 'id'>>,
): Promise<RevisitRow> {
  await books.tx
    .update(revisits)
    .set(set)
    .where(and(eq(revisits.stationId, books.station.id), eq(revisits.id, row.id)))
  return { ...row, ...set }
}

export async function setRound(
  books: Books,
  id: string,
  set: Partial<Omit<RoundRow, 'stationId' | 'id'>>,
): Promise<void> {
  await books.tx
    .update(rounds)
    .set(set)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.id, id)))
}

async function lastNo(books: Books, c: Case): Promise<number> {
  const [row] = await books.tx
    .select({ no: max(rounds.no) })
    .from(rounds)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.disputeId, c.row.id)))
  return row?.no ?? 0
}
