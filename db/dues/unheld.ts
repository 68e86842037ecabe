// A meeting that looks at risk (研判) was not held, or not finished, by the evening: its chair is reminded, once.
import { z } from 'zod'
import { dayOf, type Instant, instantAt, shiftDay } from '../../flows/casework/calendar.ts'
import type { Books, DueHandler } from '../books.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import { entriesOf, levelsNow, lockMeeting, type Meeting, waiting } from '../commands/shared/meetings.ts'
import { FLOW_OF } from '../commands/shared/tell.ts'
import { BUTTON_TTL } from '../commands/shared/waiting.ts'
import { agendaOf, type Levels, levelsOf } from '../queries/agenda.ts'

export const unheld: DueHandler = async (books, { payload }) => {
  const { assessment } = z.object({ assessment: z.string() }).parse(payload)
  const meeting = await lockMeeting(books, assessment)
  if (meeting?.state === 'planned') await tellChair(books, meeting, 'evening')
  if (meeting?.state === 'open') await tellChair(books, meeting, 'unfinished')
}

/** This evening, or the next where this one is over. */
export async function awaitEvening(books: Books, { id }: Meeting): Promise<void> {
  const { calendar } = books.station.rulebook
  const day = dayOf(books.now, calendar)
  const today = eveningOf(books, day)
  const at = today > books.now ? today : eveningOf(books, shiftDay(day, 1))
  await books.schedule({ key: `unheld:${id}`, kind: 'unheld', at, payload: { assessment: id } })
}

export const eveningOf = (books: Books, day: string): Instant => {
  const { calendar } = books.station.rulebook
  return instantAt(day, calendar.work.to, calendar)
}

/** Returns how many addresses were told. */
export async function tellChair(
  books: Books,
  meeting: Meeting,
  when: 'now' | 'evening' | 'unfinished',
): Promise<number> {
  const { chairId } = meeting
  if (chairId === null) return 0
  const levels = await levelsLeft(books, meeting)
  return books.tellPerson(chairId, async ({ id }) => {
    const about = { subject: meeting.id, ttl: BUTTON_TTL }
    const button = await books.button(FLOW_OF.assess, { person: id }, about)
    return {
      kind: 'assessmentDue',
      meeting: meeting.kind,
      at: meeting.at,
      levels,
      when,
      ref: '',
      buttons: [{ id: button, does: 'assess' }],
      offset: offsetOf(books),
    }
  })
}

/** What is on the agenda of one that has not begun; of another what was not reached. */
export async function levelsLeft(books: Books, meeting: Meeting): Promise<Levels> {
  if (meeting.state === 'open')
    return levelsOf(await levelsNow(books, waiting(await entriesOf(books, meeting))))
  const chair = meeting.chairId === null ? null : await books.person(meeting.chairId)
  if (!chair) return levelsOf([])
  return levelsOf((await agendaOf(books, chair, { redOnly: meeting.kind === 'daily' })).items)
}
