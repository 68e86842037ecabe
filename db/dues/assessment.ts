// Every morning: whether the station looks at risk together today (研判), and what has become of the meetings before.
import { and, eq, inArray, lt, notInArray } from 'drizzle-orm'
import { DAY, type Day, dayOf, dayStart, instantAt, MINUTE, shiftDay } from '../../flows/casework/calendar.ts'
import { type MeetingKind, meetingOn } from '../../flows/casework/meetings.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import type { Books, DueHandler, Person } from '../books.ts'
import { offsetOf } from '../commands/shared/facts-shown.ts'
import {
  endMeeting,
  type Meeting,
  openMeetings,
  setMeeting,
  subjectOf,
  trendsKept,
  writeMeeting,
} from '../commands/shared/meetings.ts'
import { sightOf } from '../commands/shared/sight.ts'
import { morningOf } from '../commands/shared/waiting.ts'
import { type AgendaOf, agendaOf, readyFor, todayOf } from '../queries/agenda.ts'
import { assessedCases, assessments, disputes } from '../schema/index.ts'
import { awaitEvening, eveningOf, levelsLeft, tellChair } from './unheld.ts'

const ENDED = ['CLOSED', 'REJECTED', 'MERGED']
/** As long as a meeting that was begun may be gone on with. `[D]` */
const OPEN_FOR = 3 * DAY

export const assessment: DueHandler = async (books) => {
  await missOld(books)
  await endLong(books)
  await shownByTheCase(books)
  if (books.now < eveningOf(books, todayOf(books))) await planToday(books)
  await books.schedule({ key: 'assessment', kind: 'assessment', at: nextAssessment(books) })
}

/** The next morning. */
/** Before the week's figures, always in this order: rows that are due at the same moment are done side by side. */
const beforeDigest = (books: Books, day: Day): number => morningOf(books, day) - MINUTE

export function nextAssessment(books: Books): number {
  const { calendar } = books.station.rulebook
  const today = dayOf(books.now, calendar)
  const morning = beforeDigest(books, today)
  return morning > books.now ? morning : beforeDigest(books, shiftDay(today, 1))
}

/** Not held on its day: the chief is told, and the next one has its cases. */
async function missOld(books: Books): Promise<void> {
  const rows = await books.tx
    .select()
    .from(assessments)
    .where(
      and(
        eq(assessments.stationId, books.station.id),
        eq(assessments.state, 'planned'),
        lt(assessments.at, dayStart(books.now, books.station.rulebook.calendar)),
      ),
    )
    .for('update')
  for (const meeting of rows) {
    await setMeeting(books, meeting, { state: 'missed' })
    books.audit('meeting-missed', subjectOf(meeting), { no: meeting.no, kind: meeting.kind })
    await tellMissed(books, meeting)
  }
}

async function tellMissed(books: Books, meeting: Meeting): Promise<void> {
  const levels = await levelsLeft(books, meeting)
  const notice = {
    kind: 'assessmentMissed' as const,
    meeting: meeting.kind,
    at: meeting.at,
    cases: LEVEL_CODES.reduce((sum, level) => sum + levels[level], 0),
    offset: offsetOf(books),
  }
  const told = await books.tellRoles(['chief'], notice)
  if (told === 0) await books.tellRoles(['leader'], notice)
}

async function endLong(books: Books): Promise<void> {
  for (const meeting of await openMeetings(books))
    if ((meeting.openedAt ?? 0) <= books.now - OPEN_FOR) await endMeeting(books, meeting)
}

/** What was decided about a case that has ended is done: the case shows it. */
async function shownByTheCase(books: Books): Promise<void> {
  const ended = books.tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.state, ENDED)))
  await books.tx
    .update(assessedCases)
    .set({ state: 'done', doneAt: books.now })
    .where(
      and(
        eq(assessedCases.stationId, books.station.id),
        eq(assessedCases.state, 'decided'),
        inArray(assessedCases.disputeId, ended),
      ),
    )
}

async function planToday(books: Books): Promise<void> {
  const today = todayOf(books)
  const red = await anyRed(books)
  const kind = meetingOn(today, { red, days: await readyFor(books) }, books.station.rulebook)
  const begun = await openMeetings(books)
  if (kind === null || kind === 'daily') for (const one of begun) await tellChair(books, one, 'unfinished')
  else for (const one of begun) await endMeeting(books, one)
  if (kind !== null) await plan(books, kind)
}

async function anyRed(books: Books): Promise<boolean> {
  const [row] = await books.tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(
        eq(disputes.stationId, books.station.id),
        eq(disputes.level, 'RED'),
        notInArray(disputes.state, ENDED),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** For the chief, else for the first leader who can be reached and has anything on the agenda; nothing where there is nothing. */
async function plan(books: Books, kind: MeetingKind): Promise<void> {
  const { calendar, assessment: rule } = books.station.rulebook
  const at = Math.max(books.now, instantAt(todayOf(books), rule.clock, calendar))
  const chairs = [
    ...(await books.people({ roles: ['chief'], active: true })),
    ...(await books.people({ roles: ['leader'], active: true })),
  ]
  for (const chair of chairs) {
    const seen = await agendaOf(books, chair, { redOnly: kind === 'daily' })
    if (seen.items.length === 0) continue
    const meeting = await tellPlanned(books, { kind, at, chair, seen })
    if (meeting === null) continue
    await awaitEvening(books, meeting)
    await invite(books, meeting, seen)
    return
  }
}

type Planned = { kind: MeetingKind; at: number; chair: Person; seen: AgendaOf }

/** Null where the chair cannot be reached; then nothing is kept. */
async function tellPlanned(books: Books, { kind, at, chair, seen }: Planned): Promise<Meeting | null> {
  const trends = await trendsKept(books, seen)
  const draft: Meeting = {
    stationId: books.station.id,
    id: books.newId(),
    no: 0,
    at,
    kind,
    chairId: chair.id,
    attendees: [],
    state: 'planned',
    trends,
    openedAt: null,
    heldAt: null,
  }
  const told = await tellChair(books, draft, 'now')
  return told === 0 ? null : writeMeeting(books, { id: draft.id, at, kind, chair: chair.id, trends })
}

/** Leaders, and the officers whose cases are on it: when, and how many that they may see. */
async function invite(books: Books, { at, kind, chairId }: Meeting, seen: AgendaOf): Promise<void> {
  const rows = seen.items.flatMap(({ dispute }) => seen.rows.get(dispute) ?? [])
  const wanted = new Set([
    ...rows.flatMap(({ officerId, leaderId }) => [officerId, leaderId]),
    ...(await books.people({ roles: ['leader'], active: true })).map(({ id }) => id),
  ])
  for (const id of wanted) {
    const person = id === null || id === chairId ? null : await books.person(id)
    if (!person) continue
    const sight = await sightOf(books, undefined, person)
    const cases = rows.filter((row) => sight(row) !== null).length
    if (cases > 0)
      await books.tellPerson(person.id, {
        kind: 'assessmentCall',
        meeting: kind,
        at,
        cases,
        offset: offsetOf(books),
      })
  }
}
