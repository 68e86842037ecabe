// 研判会: a leader opens the meeting that was planned, calls one, or goes on with what was begun; the first case follows.
import { refuse } from '../../flows/casework/refusal.ts'
import type { Books, Handler, Person } from '../books.ts'
import { awaitEvening } from '../dues/unheld.ts'
import { agendaOf } from '../queries/agenda.ts'
import {
  endMeeting,
  entriesOf,
  leads,
  listCases,
  lockMeeting,
  type Meeting,
  mayChair,
  nextCase,
  setMeeting,
  subjectOf,
  trendsKept,
  waiting,
  writeMeeting,
} from './shared/meetings.ts'
import { noSuchCase } from './shared/refusal.ts'

export const beginAssessment: Handler<'beginAssessment'> = async (books, { assessment, attendees }) => {
  const { person } = books.actor
  if (!leads(person)) return noSuchCase()
  const found = assessment === null ? null : await lockMeeting(books, assessment)
  if (assessment !== null && !(found && mayChair(found, person))) return noSuchCase()
  if (found && (found.state === 'held' || found.state === 'missed'))
    return refuse('meeting-over', '这次研判会已经过了。', 'This meeting is over.')
  const seen = await agendaOf(books, person, { redOnly: found?.kind === 'daily' })
  if (!found && seen.items.length === 0) return NOTHING
  const planned = found ?? (await called(books, person))
  const here = planned.state === 'open' ? planned.attendees : await present(books, person, attendees)
  const trends = planned.state === 'open' ? planned.trends : await trendsKept(books, seen)
  const meeting = await setMeeting(books, planned, {
    state: 'open',
    chairId: person.id,
    attendees: here,
    trends,
    openedAt: planned.openedAt ?? books.now,
  })
  // What has come up since it was put off is taken in, too.
  const apart = await listCases(books, meeting, seen)
  books.audit('meeting-open', subjectOf(meeting), { no: meeting.no, attendees: here, apart })
  await awaitEvening(books, meeting)
  const next = await nextCase(books, meeting)
  const { no } = meeting
  if (next === null) return { no, cases: 0, apart, minutes: await endMeeting(books, meeting) }
  const cases = waiting(await entriesOf(books, meeting)).length
  return { no, cases, apart, minutes: null, asksOn: next }
}

export const NOTHING = refuse(
  'nothing-to-assess',
  '现在没有要研判的案件。',
  'There is no case to assess now.',
)

const called = (books: Books, { id: chair }: Person): Promise<Meeting> =>
  writeMeeting(books, { at: books.now, kind: 'called', chair, trends: {} })

/** Those who are on the staff, the chair apart. */
async function present(books: Books, chair: Person, ids: readonly string[]): Promise<string[]> {
  const people = await books.people({ active: true })
  return people.map(({ id }) => id).filter((id) => id !== chair.id && ids.includes(id))
}
