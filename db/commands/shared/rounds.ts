// Rounds of coming back as the books have them: written, put off, let go. Each has one revisit a side, at its own hour.
import { and, asc, desc, eq, inArray, max } from 'drizzle-orm'
import type { PlannedRound } from '../../../flows/casework/revisit-plan.ts'
import { SIDES } from '../../../flows/casework/round.ts'
import type { Mode } from '../../../flows/casework/tables/level.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { revisits, rounds } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { forget, waitFor } from './waiting.ts'

export type RoundRow = typeof rounds.$inferSelect
export type RevisitRow = typeof revisits.$inferSelect

/** `wanted` is what the round is to be; each side has what can be done of it. `reason` is somebody's own words. */
export async function writeRound(
  books: Books,
  c: Case,
  { no, at, kind, duties, sides }: PlannedRound,
  { wanted, reason = null }: { wanted: Mode; reason?: string | null },
): Promise<void> {
  const id = books.newId()
  const key = { stationId: books.station.id, disputeId: c.row.id }
  const by =
    reason === null ? {} : { reason: c.vault.seal('rounds.reason', id, reason), changedBy: books.actor.id }
  const round = { ...key, id, no, at, mode: wanted, why: kind, state: 'planned' as const, duties, ...by }
  await books.tx.insert(rounds).values(round)
  for (const side of SIDES) {
    const revisit = books.newId()
    const { at: hour, mode } = sides[side]
    const half = { ...key, id: revisit, roundId: id, side, at: hour, mode, state: 'planned', attempts: [] }
    await books.tx.insert(revisits).values(half)
    await awaitRevisit(books, c, revisit, hour)
  }
}

/** A round that has not begun, on another day. */
export async function replaceRound(
  books: Books,
  c: Case,
  row: RoundRow,
  { at, duties, sides }: PlannedRound,
  reason: string | null = null,
): Promise<void> {
  const by =
    reason === null
      ? {}
      : { reason: c.vault.seal('rounds.reason', row.id, reason), changedBy: books.actor.id }
  await setRound(books, row.id, { at, duties, ...by })
  for (const half of await halvesOf(books, row.id)) {
    const { at: hour, mode } = sides[half.side]
    await setRevisit(books, half, { at: hour, mode })
    await awaitRevisit(books, c, half.id, hour)
  }
}

export const awaitRevisit = (books: Books, c: Case, revisit: string, at: Instant): Promise<void> =>
  waitFor(books, c, 'revisit', at, { payload: { revisit }, about: revisit })

/** What was planned or has begun and not ended has lost its point: the case has taken another turn, or is closed. */
export const supersedeRounds = (books: Books, c: Case): Promise<void> =>
  endRounds(books, c, null, 'superseded')

/** A leader lets these rounds go, and says why; without ids all that is planned or has begun. */
export const waiveRounds = (
  books: Books,
  c: Case,
  reason: string,
  only: readonly string[] | null = null,
): Promise<void> => endRounds(books, c, only, 'waived', reason)

/** These, or all that is planned or has begun; whoever was to be asked is not any more. */
export async function endRounds(
  books: Books,
  c: Case,
  only: readonly string[] | null,
  state: 'waived' | 'superseded',
  reason: string | null = null,
): Promise<void> {
  for (const { id } of await roundsOf(books, c, ['planned', 'open'])) {
    if (only !== null && !only.includes(id)) continue
    const why =
      reason === null ? {} : { reason: c.vault.seal('rounds.reason', id, reason), changedBy: books.actor.id }
    await setRound(books, id, { state, endedAt: books.now, ...why })
    for (const half of await halvesOf(books, id)) {
      if (half.state !== 'planned' && half.state !== 'open') continue
      await setRevisit(books, half, { state, endedAt: books.now })
      await letGoOfRevisit(books, c, half.id)
    }
  }
}

/** Nobody is asked any more. */
export async function letGoOfRevisit(books: Books, c: Case, revisit: string): Promise<void> {
  await forget(books, c, 'revisit', revisit)
  await forget(books, c, 'unanswered', revisit)
  await books.cancel(`ask:${c.row.id}:${revisit}`)
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

/** Rounds that were to be a chat and cannot be one for this side as the plan stands. */
export async function chatsMissed(books: Books, c: Pick<Case, 'row'>, side: 'A' | 'B'): Promise<number> {
  const rows = await books.tx
    .select({ mode: revisits.mode, openedAt: revisits.openedAt })
    .from(revisits)
    .innerJoin(rounds, and(eq(rounds.stationId, revisits.stationId), eq(rounds.id, revisits.roundId)))
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        eq(revisits.side, side),
        eq(revisits.state, 'planned'),
        eq(rounds.mode, 'chat'),
      ),
    )
  return rows.filter(({ mode, openedAt }) => mode !== 'chat' && openedAt === null).length
}

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

export async function lastNo(books: Books, c: Case): Promise<number> {
  const [row] = await books.tx
    .select({ no: max(rounds.no) })
    .from(rounds)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.disputeId, c.row.id)))
  return row?.no ?? 0
}
