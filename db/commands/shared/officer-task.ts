// A side that a person has to ask: the officer's task, and the reminders while it is not done. It ends by being done, never by time.
import type { Side } from '../../../flows/case.ts'
import { nextReminder, reminderAt } from '../../../flows/casework/reminders.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { type RevisitRow, setRevisit } from './rounds.ts'
import { type To, tellStaff } from './tell.ts'
import { dutiesDue } from './to-ask.ts'
import { forget, waitFor } from './waiting.ts'

export type ByHand = 'call' | 'visit'

/** O04, to the officer of the case unless somebody else is named. */
export async function tellTask(
  books: Books,
  c: Case,
  sides: Side[],
  mode: ByHand,
  why: Said | null,
  to: To = { people: [c.row.officerId] },
): Promise<void> {
  const duties = await dutiesDue(books, c)
  await tellStaff(books, c, to, (about) => ({ kind: 'revisitDue', sides, mode, why, duties, ...about }), [
    'visit',
  ])
}

/** These sides are the officer's to ask from now on, told by one card. */
export async function giveToOfficer(
  books: Books,
  c: Case,
  halves: readonly RevisitRow[],
  mode: ByHand,
  why: Said | null,
): Promise<void> {
  for (const half of halves) await makeTask(books, c, half, mode)
  await tellTask(
    books,
    c,
    halves.map(({ side }) => side),
    mode,
    why,
  )
}

/** The same without a card, for those who tell the officer in another way. */
export async function makeTask(books: Books, c: Case, half: RevisitRow, mode: ByHand): Promise<RevisitRow> {
  await books.cancel(`ask:${c.row.id}:${half.id}`)
  await forget(books, c, 'revisit', half.id)
  const openedAt = half.openedAt ?? books.now
  const row = await setRevisit(books, half, { state: 'open', mode, openedAt })
  await waitReminder(books, c, row, books.now)
  return row
}

/** `since` is when the task was given or was last worked on; `day` the last one on which somebody was reminded. */
export const waitReminder = (
  books: Books,
  c: Case,
  { id }: Pick<RevisitRow, 'id'>,
  since: Instant,
  day = 0,
): Promise<void> => {
  const next = nextReminder(day)
  return waitFor(books, c, 'unanswered', reminderAt(since, next, books.station.rulebook.calendar), {
    payload: { revisit: id, rung: 'remind', since, day: next },
    about: id,
  })
}
