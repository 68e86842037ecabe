// W08, R15, to the sides: the thirty days in which the court may confirm their agreement run out. When: warnings/w08.ts.
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import {
  dayOf,
  daysBetween,
  endOfDay,
  inQuietHours,
  outsideQuietHours,
  shiftDay,
} from '../../flows/casework/calendar.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../books.ts'
import { chatAddress } from '../commands/shared/ask-side.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { dutiesOf } from '../commands/shared/duty-book.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { isSettled } from '../commands/shared/limits.ts'
import { judgedRounds } from '../commands/shared/rounds.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { signalsIn } from '../queries/flagged.ts'
import { agreements } from '../schema/index.ts'
import { onCase } from './on-case.ts'
import { warnedAt } from './warned.ts'

const DAYS = 30
const CODE = 'W08'
const AGREED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

type Limit = { agreement: string; until: number }

const shape = z.object({ agreement: z.string(), mark: z.number() })

export const confirmable = onCase('confirmable', shape, async (books, c, { agreement, mark }) => {
  const limit = await limitOf(books, c)
  const about = `${agreement}:${mark}`
  // So it was written down before warnings had slots.
  if (limit?.agreement !== agreement || (await warnedAt(books, c, CODE, about)).length > 0) return
  const { calendar } = books.station.rulebook
  if (inQuietHours(books.now, calendar))
    return waitFor(books, c, 'confirmable', outsideQuietHours(books.now, calendar), {
      payload: { agreement, mark },
      about,
    })
  const { number } = c.row
  for (const side of ['A', 'B'] as const) {
    const address = await chatAddress(books, c, side)
    if (address === null) continue
    const notice = { kind: 'confirmable' as const, offset: offsetOf(books), number, until: limit.until }
    await books.post(address, { notice }, { dispute: c.row.id })
  }
})

/** Somebody felt pressed in the last two rounds (SR8): no court confirms that, and nobody is invited to ask for it. */
async function isDoubted(books: Books, c: Case): Promise<boolean> {
  const [last] = await judgedRounds(books, c)
  return last !== undefined && signalsIn(last.signals).includes('SR8')
}

/**
 * Null where there is nothing to confirm, or no longer: only a committee's paper, on duties that are still to be done,
 * and never on whose land it is.
 */
export async function limitOf(books: Books, c: Case): Promise<Limit | null> {
  if (!AGREED.includes(stateOf(c.row)) || c.row.track === 'PSM' || (await isDoubted(books, c))) return null
  const owed = (await dutiesOf(books, c)).map(({ row }) => row)
  const open = owed.some(({ state }) => !['done', 'waived'].includes(state))
  if (!open || owed.some(({ kind }) => kind === 'boundary')) return null
  const [row] = await books.tx
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.stationId, books.station.id),
        eq(agreements.disputeId, c.row.id),
        eq(agreements.form, 'written'),
        isNull(agreements.replacedAt),
        isNull(agreements.confirmedAt),
        isNotNull(agreements.effectiveAt),
      ),
    )
    .orderBy(desc(agreements.at))
    .limit(1)
  if (!row || row.effectiveAt === null) return null
  // Asked for already, or refused.
  if (await isSettled(books, c, 'T-JC-30', row.effectiveAt)) return null
  const { calendar } = books.station.rulebook
  const last = shiftDay(dayOf(row.effectiveAt, calendar), DAYS)
  const left = daysBetween(dayOf(books.now, calendar), last)
  return left < 0 ? null : { agreement: row.id, until: endOfDay(last, calendar) }
}
