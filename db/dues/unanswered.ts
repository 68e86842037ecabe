// Somebody who has not answered yet: the next way of asking when a chat stays silent, reminders while an officer has not
// asked. Nothing ends here: what was not asked stays somebody's task.
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { maySend } from '../../flows/casework/allowance.ts'
import { DAY, dayOf, endOfDay, HOUR } from '../../flows/casework/calendar.ts'
import { type Reminded, remindedBetween } from '../../flows/casework/reminders.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Said } from '../../flows/casework/said.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { waitForAnswer } from '../commands/shared/ask-side.ts'
import type { Case } from '../commands/shared/case.ts'
import { isOpenTo } from '../commands/shared/chats.ts'
import { lastSpoken, reachOf } from '../commands/shared/may-write.ts'
import { nextRung } from '../commands/shared/next-rung.ts'
import { tellTask, waitReminder } from '../commands/shared/officer-task.ts'
import { takenAt } from '../commands/shared/question-sent.ts'
import { partiesOf, tellResident } from '../commands/shared/resident.ts'
import { type RevisitRow, revisitById } from '../commands/shared/rounds.ts'
import { due } from '../schema/index.ts'
import { onCase } from './on-case.ts'

const NOT_ASKED: Said = { zh: '还没有问到', en: 'not reached yet' }
/** Whoever began to answer has a day to go on, and what they said until then is kept by the talk itself a little before. */
const GOES_ON = 26 * HOUR
/** Somebody who writes every day and never of this is phoned all the same. [D] */
const WRITES_AT_MOST = 4 * DAY

/** The last four rungs are of rows from before tasks stopped ending by themselves. */
const shape = z.object({
  revisit: z.string(),
  rung: z.enum(['silent', 'remind', 'call', 'visit', 'end']),
  since: z.number().optional(),
  day: z.number().optional(),
})

export const unanswered = onCase('unanswered', shape, async (books, c, { revisit: id, since, day }) => {
  const half = await revisitById(books, id)
  if (half?.state !== 'open') return
  if (half.mode === 'chat') return silent(books, c, half)
  await remind(books, c, { half, since: since ?? books.now, day: day ?? 1 })
})

/** Delivered and not answered, or not delivered at all: two facts, and only the first is an attempt. */
async function silent(books: Books, c: Case, half: RevisitRow): Promise<void> {
  const chat = half.addressId
  const since = half.openedAt ?? books.now
  const spoke = chat === null ? null : await lastSpoken(books, chat, since)
  if (spoke !== null && books.now < spoke + GOES_ON && books.now < since + WRITES_AT_MOST)
    return waitForAnswer(books, c, half, spoke + GOES_ON)
  const taken = await takenAt(books, half)
  const byHand = await nextRung(books, c, half, taken === null ? 'undelivered' : 'silent')
  if (byHand && taken !== null && chat !== null) await sayNobodyMinds(books, c, half, chat)
}

/** R12, where it costs nothing to say. */
async function sayNobodyMinds(books: Books, c: Case, { side }: RevisitRow, chat: string): Promise<void> {
  const reach = await reachOf(books, chat)
  if (!reach || maySend(books.now, reach) !== 'free' || !(await isOpenTo(books, chat, true))) return
  const party = (await partiesOf(books, c.row.id)).find((one) => one.side === side)
  if (party) await tellResident(books, c, chat, 'willCall', party)
}

type Waiting = { half: RevisitRow; since: Instant; day: number }

/** One card for the whole case and at most one a day, whoever of it is waited for. */
async function remind(books: Books, c: Case, first: Waiting): Promise<void> {
  const all = [first, ...(await othersToday(books, c, first.half.id))]
  const elapsed = ({ since, day }: Waiting) => Math.max(day, Math.floor((books.now - since) / DAY))
  const reminded = new Set(all.flatMap((one) => remindedBetween(one.day, elapsed(one))))
  const sides = [...new Set(all.map(({ half }) => half.side))].sort()
  const mode = all.some(({ half }) => half.mode === 'visit') ? 'visit' : 'call'
  await tellTask(books, c, sides, mode, NOT_ASKED, receivers(c, reminded))
  for (const one of all) await waitReminder(books, c, one.half, one.since, elapsed(one))
}

function receivers(c: Case, reminded: ReadonlySet<Reminded>): { people: (string | null)[]; roles: Role[] } {
  const { officerId, leaderId } = c.row
  const people = [reminded.has('officer') ? officerId : null, reminded.has('leader') ? leaderId : null]
  return { people, roles: reminded.has('chief') ? ['chief'] : [] }
}

/** Other sides of the case whose reminder falls on this day as well. */
async function othersToday(books: Books, c: Case, first: string): Promise<Waiting[]> {
  const { calendar } = books.station.rulebook
  const rows = await books.tx
    .select({ at: due.at, payload: due.payload })
    .from(due)
    .where(
      and(
        eq(due.stationId, books.station.id),
        eq(due.disputeId, c.row.id),
        eq(due.kind, 'unanswered'),
        eq(due.state, 'open'),
      ),
    )
  const today = endOfDay(dayOf(books.now, calendar), calendar)
  const found: Waiting[] = []
  for (const { at, payload } of rows) {
    const { success, data } = shape.safeParse(payload)
    if (!success || data.revisit === first || data.since === undefined || at > today) continue
    const half = await revisitById(books, data.revisit)
    if (half?.state === 'open' && half.mode !== 'chat')
      found.push({ half, since: data.since, day: data.day ?? 1 })
  }
  return found
}
