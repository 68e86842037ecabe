// What a sitting waits for: the evening before it, its record when it is over, and its end where the case went elsewhere.
import { dayOf, HOUR, instantAt, shiftDay } from '../../../flows/casework/calendar.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { type MeetingRow, plannedOf } from './joint-rows.ts'
import { waitFor } from './waiting.ts'

/** When everybody is reminded, and the host told who comes, on the day before. [D] */
const EVENING = '18:00'
/** How long after its beginning a sitting is taken to be over. [D] */
const LASTS = 3 * HOUR

export async function awaitSitting(books: Books, c: Case, { id, at }: MeetingRow): Promise<void> {
  const { calendar } = books.station.rulebook
  const eve = instantAt(shiftDay(dayOf(at, calendar), -1), EVENING, calendar)
  if (eve > books.now)
    await waitFor(books, c, 'joint', eve, { payload: { meeting: id, what: 'eve' }, about: `${id}:eve` })
  await awaitRecord(books, c, id, at + LASTS)
}

export const awaitRecord = (books: Books, c: Case, meeting: string, at: number): Promise<void> =>
  waitFor(books, c, 'joint', at, { payload: { meeting, what: 'record' }, about: `${meeting}:record` })

/** The case has left the talk for elsewhere: whoever was asked to a sitting that is still to come must not come for nothing. */
export async function mootSitting(books: Books, c: Case): Promise<void> {
  const meeting = await plannedOf(books, c)
  if (meeting && meeting.at > books.now)
    await waitFor(books, c, 'joint', books.now, {
      payload: { meeting: meeting.id, what: 'moot' },
      about: `${meeting.id}:moot`,
    })
}
