// One side's hour of a round has come: it is asked, alone, by day, and never within the hour of the other side.
import { z } from 'zod'
import { DAY, HOUR, minuteOfDay, minutesOf } from '../../flows/casework/calendar.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../books.ts'
import { askSide } from '../commands/shared/ask-side.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'
import {
  awaitRevisit,
  halvesOf,
  type RevisitRow,
  revisitById,
  setRevisit,
} from '../commands/shared/rounds.ts'
import { endEarlier } from './not-reached.ts'
import { onCase } from './on-case.ts'

/** Where an agreement is followed. A case that is somewhere else for a while is asked about again when it is back. */
const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

export const revisit = onCase('revisit', z.object({ revisit: z.string() }), async (books, c, given) => {
  const row = await revisitById(books, given.revisit)
  // A person was given both sides at the hour of the first.
  if (row?.state === 'open') return endEarlier(books, c, row)
  if (row?.state !== 'planned') return
  const at = await hourFor(books, c, row)
  if (at <= books.now) return ask(books, c, row)
  await setRevisit(books, row, { at })
  await awaitRevisit(books, c, row.id, at)
})

/** What came of an earlier round may have let this one go. */
async function ask(books: Books, c: Case, row: RevisitRow): Promise<void> {
  await endEarlier(books, c, row)
  const still = await revisitById(books, row.id)
  if (still?.state === 'planned') await askSide(books, c, still)
}

/** Now, or later when this is no moment to ask. */
async function hourFor(books: Books, c: Case, row: RevisitRow): Promise<number> {
  const { now } = books
  if (!FOLLOWED.includes(stateOf(c.row))) return sameHour(row.at, now + 1)
  if (!inHours(books, now)) return sameHour(row.at, now)
  const asked = (await halvesOf(books, row.roundId)).find(
    ({ id, mode, openedAt }) =>
      id !== row.id && mode === 'chat' && openedAt !== null && openedAt > now - HOUR,
  )
  if (row.mode !== 'chat' || !asked?.openedAt) return now
  const apart = asked.openedAt + 2 * HOUR
  return inHours(books, apart) ? apart : sameHour(row.at, now + 1)
}

/** The next time the clock shows the hour that was planned. */
const sameHour = (planned: number, from: number): number =>
  planned >= from ? planned : planned + Math.ceil((from - planned) / DAY) * DAY

function inHours({ station: { rulebook } }: Books, at: number): boolean {
  const minute = minuteOfDay(at, rulebook.calendar)
  const { from, to } = rulebook.revisitHours
  return minute >= minutesOf(from) && minute <= minutesOf(to)
}
