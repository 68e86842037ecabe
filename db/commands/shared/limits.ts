// The time limits that run for a case: begun, ended and prolonged in the books, each with the row that ends it.
import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { TimeLimitCode } from '../../../flows/casework/tables/time-limits.ts'
import { begunBy, DATED, endedBy, longer, timeLimit, untilOf } from '../../../flows/casework/time-limits.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { limits } from '../../schema/index.ts'
import { type Case, categoryOf, subjectOf } from './case.ts'
import { forget, waitFor } from './waiting.ts'

export type LimitRow = typeof limits.$inferSelect
type End = Exclude<LimitRow['state'], 'running'>

export const runningLimits = (books: Books, c: Case, codes?: readonly TimeLimitCode[]): Promise<LimitRow[]> =>
  books.tx
    .select()
    .from(limits)
    .where(
      and(
        eq(limits.stationId, books.station.id),
        eq(limits.disputeId, c.row.id),
        eq(limits.state, 'running'),
        codes ? inArray(limits.code, [...codes]) : undefined,
      ),
    )
    .orderBy(limits.until, limits.code)

/** Runs from then on. One of the same kind that runs already gives way; what is over already is written down as over. */
export async function startLimit(
  books: Books,
  c: Case,
  code: TimeLimitCode,
  from: Instant,
  until: Instant = untilOf(timeLimit(code).length, from, books.station.rulebook.calendar),
): Promise<LimitRow> {
  await endLimits(books, c, 'void', [code])
  const isOver = until < books.now
  const row: LimitRow = {
    stationId: books.station.id,
    id: books.newId(),
    disputeId: c.row.id,
    code,
    from,
    until,
    state: isOver ? 'over' : 'running',
    endedAt: isOver ? books.now : null,
  }
  await books.tx.insert(limits).values(row)
  books.audit('limit', subjectOf(c), { code, from, until })
  if (!isOver) await awaitLimit(books, c, row)
  return row
}

/** It is over the moment after its last. */
export const awaitLimit = (books: Books, c: Case, { id, until }: LimitRow): Promise<void> =>
  waitFor(books, c, 'limit', until + 1, { payload: { limit: id }, about: id })

/** Ends those of these kinds that run; returns which did. */
export async function endLimits(
  books: Books,
  c: Case,
  state: End,
  codes: readonly TimeLimitCode[],
): Promise<TimeLimitCode[]> {
  const ended = await books.tx
    .update(limits)
    .set({ state, endedAt: books.now })
    .where(
      and(
        eq(limits.stationId, books.station.id),
        eq(limits.disputeId, c.row.id),
        eq(limits.state, 'running'),
        inArray(limits.code, [...codes]),
      ),
    )
    .returning({ id: limits.id, code: limits.code })
  for (const { id, code } of ended) {
    await forget(books, c, 'limit', id)
    books.audit('limit-ended', subjectOf(c), { code, state })
  }
  return ended.map(({ code }) => code as TimeLimitCode)
}

/** A month more, because both sides want to go on. */
export async function prolongLimit(books: Books, c: Case, row: LimitRow): Promise<LimitRow> {
  const until = longer(row.until, books.now, books.station.rulebook.calendar)
  await books.tx
    .update(limits)
    .set({ until, state: 'running', endedAt: null })
    .where(and(eq(limits.stationId, books.station.id), eq(limits.id, row.id)))
  books.audit('limit', subjectOf(c), { code: row.code, from: row.from, until })
  const longerRow: LimitRow = { ...row, until, state: 'running', endedAt: null }
  await awaitLimit(books, c, longerRow)
  return longerRow
}

/** One that began then, or later, was kept or has lost its point, and none runs in its place. */
export async function isSettled(
  books: Books,
  c: Case,
  code: TimeLimitCode,
  since: Instant,
): Promise<boolean> {
  const rows = await books.tx
    .select({ state: limits.state })
    .from(limits)
    .where(
      and(
        eq(limits.stationId, books.station.id),
        eq(limits.disputeId, c.row.id),
        eq(limits.code, code),
        gte(limits.from, since),
      ),
    )
  return rows.length > 0 && rows.every(({ state }) => state === 'met' || state === 'void')
}

/** Those whose end only a person knows; the others are kept by the case's own steps. */
const BY_HAND: readonly TimeLimitCode[] = ['T-SC-10', 'T-CASE-30', 'T-TR-3', ...DATED]

export const keptByHand = (books: Books, c: Case): Promise<LimitRow[]> => runningLimits(books, c, BY_HAND)

/** The month of people's mediation, while the sides are still talking, also when it has run out; null where none is. */
export async function prolongable(books: Books, c: Case): Promise<LimitRow | null> {
  if (c.row.state !== 'MEDIATING' && c.row.state !== 'SUSPENDED') return null
  const [row] = await books.tx
    .select()
    .from(limits)
    .where(
      and(
        eq(limits.stationId, books.station.id),
        eq(limits.disputeId, c.row.id),
        eq(limits.code, 'T-PM-30'),
        inArray(limits.state, ['running', 'over']),
      ),
    )
    .orderBy(desc(limits.from))
    .limit(1)
  return row ?? null
}

/** What a step of the life cycle ends and begins. */
export async function limitsAtStep(books: Books, c: Case, from: State, to: State): Promise<void> {
  const over = endedBy(to)
  for (const state of ['met', 'void'] as const) {
    const codes = over.filter((one) => one.state === state).map(({ code }) => code)
    if (codes.length > 0) await endLimits(books, c, state, codes)
  }
  for (const code of begunBy(from, to, { track: c.row.track, category: categoryOf(c.row) }))
    await startLimit(books, c, code, books.now)
}

/** Police mediation: the first session sets the second one's time, the second keeps it. */
export async function limitsAtSession(books: Books, c: Case, no: number, result: string): Promise<void> {
  if (c.row.track !== 'PSM') return
  if (no === 1 && result === 'again') await startLimit(books, c, 'T-PSM-7W', books.now)
  if (no > 1) await endLimits(books, c, 'met', ['T-PSM-7W'])
}
