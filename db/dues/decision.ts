// What a meeting decided: to whoever owes it the day before, and when its day is over, to the leader as well, until it is done.
import { z } from 'zod'
import { dayOf, shiftDay } from '../../flows/casework/calendar.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { type Entry, isEntry } from '../commands/shared/meetings.ts'
import { tellDecision } from '../commands/shared/tell-decision.ts'
import { morningOf, waitFor } from '../commands/shared/waiting.ts'
import { assessedCases } from '../schema/index.ts'
import { onCase } from './on-case.ts'

/** How often it is said again that it is overdue, in days; it stands on every agenda meanwhile. `[D]` */
const AGAIN = 7

export const decision = onCase(
  'decision',
  z.object({ entry: z.string() }),
  async (books, c, { entry: id }) => {
    const [entry] = await books.tx.select().from(assessedCases).where(isEntry(books, id))
    if (entry?.state !== 'decided' || entry.dueAt === null) return
    await tellDecision(books, c, entry, books.now > entry.dueAt ? 'late' : 'tomorrow')
    await awaitDecision(books, c, entry)
  },
)

/** The morning of the day before, the morning after its day, then once a week. */
export async function awaitDecision(books: Books, c: Case, { id, dueAt }: Entry): Promise<void> {
  if (dueAt === null) return
  const { calendar } = books.station.rulebook
  const day = dayOf(dueAt, calendar)
  const mornings = [morningOf(books, shiftDay(day, -1)), morningOf(books, shiftDay(day, 1))]
  const again = morningOf(books, shiftDay(dayOf(books.now, calendar), AGAIN))
  const at = mornings.find((one) => one > books.now) ?? again
  await waitFor(books, c, 'decision', at, { payload: { entry: id }, about: id })
}
