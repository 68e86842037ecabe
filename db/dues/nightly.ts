// Every night before work: every matter of the station is held against the invariant. What hangs is told in the morning.
import { and, count, eq, lt, ne } from 'drizzle-orm'
import { z } from 'zod'
import { dayOf, instantAt, MINUTE, shiftDay } from '../../flows/casework/calendar.ts'
import { GRACE } from '../../flows/casework/invariant/rules.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books, DueHandler } from '../books.ts'
import { lookForViolations } from '../commands/shared/violations.ts'
import { morningOf } from '../commands/shared/waiting.ts'
import { due } from '../schema/index.ts'

const AT = '05:30'
/** After an outage the sweeps catch up first, else everything looks undone; but a row that cannot be done stops nothing. */
const LATER = 10 * MINUTE
const PUT_OFF_AT_MOST = 3

const shape = z
  .object({ times: z.number().int().min(0) })
  .nullable()
  .catch(null)

export const nightly: DueHandler = async (books, { payload }) => {
  const times = shape.parse(payload)?.times ?? 0
  if (times < PUT_OFF_AT_MOST && (await isBehind(books)))
    return books.schedule({
      key: 'nightly',
      kind: 'nightly',
      at: books.now + LATER,
      payload: { times: times + 1 },
    })
  const found = await lookForViolations(books)
  const { calendar } = books.station.rulebook
  // Nobody is woken for what can wait for nine o'clock.
  if (found.length > 0)
    await books.schedule({
      key: 'looseends',
      kind: 'looseends',
      at: Math.max(books.now, morningOf(books, dayOf(books.now, calendar))),
    })
  await books.schedule({ key: 'nightly', kind: 'nightly', at: nextNightly(books) })
}

export function nextNightly({ now, station }: Books): Instant {
  const { calendar } = station.rulebook
  const today = dayOf(now, calendar)
  const at = instantAt(today, AT, calendar)
  return at > now ? at : instantAt(shiftDay(today, 1), AT, calendar)
}

/** Something of the station's has been due for longer than a sweep takes to come to it. */
async function isBehind(books: Books): Promise<boolean> {
  const [row] = await books.tx
    .select({ rows: count() })
    .from(due)
    .where(
      and(
        eq(due.stationId, books.station.id),
        eq(due.state, 'open'),
        ne(due.kind, 'nightly'),
        lt(due.at, books.now - GRACE),
      ),
    )
  return (row?.rows ?? 0) > 0
}
