// One side's hour of a round has come: it is asked, alone, by day, and never within the hour of the other side; late, as catch-up.ts says.
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { addDays, DAY } from '../../flows/casework/calendar.ts'
import { catchUp, type DueHalf } from '../../flows/casework/catch-up.ts'
import { onAnyDay } from '../../flows/casework/revisit-days.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { askByHand, askSide } from '../commands/shared/ask-side.ts'
import { isBehind } from '../commands/shared/behind.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import { FOLLOWED } from '../commands/shared/plan-rounds.ts'
import {
  awaitRevisit,
  halvesOf,
  type RevisitRow,
  revisitById,
  setRevisit,
} from '../commands/shared/rounds.ts'
import { chatReach, rethinkWays } from '../commands/shared/ways.ts'
import { revisits } from '../schema/index.ts'
import { onCase } from './on-case.ts'

export const revisit = onCase('revisit', z.object({ revisit: z.string() }), async (books, c, given) => {
  const planned = await revisitById(books, given.revisit)
  // Where it is open, a person was given both sides at the hour of the first.
  if (planned?.state !== 'planned') return
  // A case that is somewhere else for a while is asked about again when it is back: that is another time, and not late.
  if (!FOLLOWED.includes(stateOf(c.row))) return putOff(books, c, planned)
  // Looked at again every day; the day on which it was due stays what it is.
  if (await isBehind(books, c, planned))
    return awaitRevisit(books, c, planned.id, nextDayAt(books, planned.at))
  await rethinkWays(books, c)
  const row = await revisitById(books, planned.id)
  if (row) await ask(books, c, row)
})

async function ask(books: Books, c: Case, row: RevisitRow): Promise<void> {
  const next = catchUp(await dueHalf(books, c, row), books.now, books.station.rulebook)
  switch (next.do) {
    case 'wait':
      return awaitRevisit(books, c, row.id, next.at)
    case 'now':
      return askSide(books, c, row)
    case 'officer':
      return askByHand(books, c, row, next.mode, next.why)
  }
}

async function dueHalf(books: Books, c: Case, row: RevisitRow): Promise<DueHalf> {
  const others = await halvesOf(books, row.roundId)
  const earlier = await books.tx
    .select({ at: revisits.openedAt })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, books.station.id),
        eq(revisits.disputeId, c.row.id),
        ne(revisits.roundId, row.roundId),
        isNotNull(revisits.openedAt),
      ),
    )
  return {
    planned: row.at,
    mode: row.mode,
    reach: row.mode === 'chat' ? await chatReach(books, c, row.side) : null,
    anyDay: onAnyDay(c.row.level),
    other: others.find(({ id }) => id !== row.id)?.openedAt ?? null,
    earlier: earlier.flatMap(({ at }) => at ?? []),
  }
}

async function putOff(books: Books, c: Case, row: RevisitRow): Promise<void> {
  const at = nextDayAt(books, row.at)
  await setRevisit(books, row, { at })
  await awaitRevisit(books, c, row.id, at)
}

/** The next time after now that the station's clock shows the hour that was planned. */
function nextDayAt({ now, station: { rulebook } }: Books, planned: Instant): Instant {
  const days = Math.max(0, Math.ceil((now + 1 - planned) / DAY))
  // Where clocks were changed meanwhile a day has 23 or 25 hours.
  for (let n = Math.max(0, days - 1); ; n++) {
    const at = addDays(planned, n, rulebook.calendar)
    if (at > now) return at
  }
}
