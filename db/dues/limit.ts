// A time limit has run out: it is written down as over, and those who answer for the case are told, never at night.
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { inQuietHours, outsideQuietHours } from '../../flows/casework/calendar.ts'
import type { Books } from '../books.ts'
import { type Case, subjectOf } from '../commands/shared/case.ts'
import { awaitLimit, type LimitRow } from '../commands/shared/limits.ts'
import { responsible, tellStaff } from '../commands/shared/tell.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { limits } from '../schema/index.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ limit: z.string(), told: z.literal(true).optional() })

/** What has its own warning before it ends, and nothing to be done after it. */
const SILENT: readonly string[] = ['T-JC-30']

export const limit = onCase('limit', shape, async (books, c, { limit: id, told }) => {
  const row = await limitRow(books, id)
  if (!row) return
  if (told) return row.state === 'over' ? tell(books, c, row) : undefined
  if (row.state !== 'running') return
  if (row.until >= books.now) return awaitLimit(books, c, row)
  await books.tx
    .update(limits)
    .set({ state: 'over', endedAt: books.now })
    .where(and(eq(limits.stationId, books.station.id), eq(limits.id, row.id)))
  books.audit('limit-ended', subjectOf(c), { code: row.code, state: 'over' })
  if (!SILENT.includes(row.code)) await tellByDay(books, c, row)
})

async function tellByDay(books: Books, c: Case, row: LimitRow): Promise<void> {
  const { calendar } = books.station.rulebook
  if (!inQuietHours(books.now, calendar)) return tell(books, c, row)
  const at = outsideQuietHours(books.now, calendar)
  await waitFor(books, c, 'limit', at, { payload: { limit: row.id, told: true }, about: row.id })
}

async function tell(books: Books, c: Case, { code, until }: LimitRow): Promise<void> {
  await tellStaff(books, c, { people: responsible(c) }, (about) => ({
    kind: 'limitOver',
    code,
    until,
    ...about,
  }))
}

async function limitRow(books: Books, id: string): Promise<LimitRow | null> {
  const [row] = await books.tx
    .select()
    .from(limits)
    .where(and(eq(limits.stationId, books.station.id), eq(limits.id, id)))
  return row ?? null
}
