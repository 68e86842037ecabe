// Meetings that look at risk (研判) as the books have them: who chairs, what is on the agenda, which case comes next, how it ends.
import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm'
import type { AssessCaseGiven } from '../../../flows/assesscase/commands.ts'
import { DAY, dayStart } from '../../../flows/casework/calendar.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import type { MeetingKind } from '../../../flows/casework/meetings.ts'
import type { Minutes } from '../../../flows/casework/minutes.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { Books, Person } from '../../books.ts'
import { type AgendaOf, aheadOf, trendsOf } from '../../queries/agenda.ts'
import { assessedCases, assessments, disputes } from '../../schema/index.ts'
import { type Case, type Dispute, hold, restricted, stateOf } from './case.ts'
import { caseGiven, offsetOf } from './facts-shown.ts'
import { sightOf } from './sight.ts'

export type Meeting = typeof assessments.$inferSelect
export type Entry = typeof assessedCases.$inferSelect

const mine = (books: Books) => eq(assessments.stationId, books.station.id)
export const isMeeting = (books: Books, id: string) => and(mine(books), eq(assessments.id, id))
export const isEntry = (books: Books, id: string) =>
  and(eq(assessedCases.stationId, books.station.id), eq(assessedCases.id, id))

/** Numbers of meetings go on through the years: the year is none. */
const NO_YEAR = 0

export async function writeMeeting(
  books: Books,
  what: { id?: string; at: number; kind: MeetingKind; chair: string | null; trends: Meeting['trends'] },
): Promise<Meeting> {
  const { id = books.newId(), at, kind, chair: chairId, trends } = what
  const row: Meeting = {
    stationId: books.station.id,
    id,
    no: await books.nextNumber('assessment', NO_YEAR),
    at,
    kind,
    chairId,
    attendees: [],
    state: 'planned',
    trends,
    openedAt: null,
    heldAt: null,
  }
  await books.tx.insert(assessments).values(row)
  books.audit('meeting-planned', subjectOf(row), { no: row.no, kind })
  return row
}

export const subjectOf = ({ id }: Pick<Meeting, 'id'>): string => `assessment:${id}`

export async function lockMeeting(books: Books, id: string): Promise<Meeting | null> {
  const [row] = await books.tx.select().from(assessments).where(isMeeting(books, id)).for('update')
  return row ?? null
}

export async function setMeeting(books: Books, meeting: Meeting, change: Partial<Meeting>): Promise<Meeting> {
  await books.tx.update(assessments).set(change).where(isMeeting(books, meeting.id))
  return { ...meeting, ...change }
}

/** Who leads may call and chair one. */
export const leads = (person: Person | null): person is Person =>
  person !== null && actsAs(person.roles).includes('leader')

/** Whoever it was given to, and the chief in their place. */
export const mayChair = ({ chairId }: Meeting, person: Person): boolean =>
  leads(person) && (chairId === person.id || person.roles.includes('chief'))

/** The one that this person would begin or go on with: what is planned for today first, then what they have begun. */
export async function theirMeeting(books: Books, person: Person): Promise<Meeting | null> {
  const today = dayStart(books.now, books.station.rulebook.calendar)
  const planned = await books.tx
    .select()
    .from(assessments)
    .where(and(mine(books), eq(assessments.state, 'planned'), gte(assessments.at, today)))
    .orderBy(desc(assessments.no))
  const theirs = planned.find((one) => mayChair(one, person))
  if (theirs) return theirs
  const begun = await books.tx
    .select()
    .from(assessments)
    .where(and(mine(books), eq(assessments.state, 'open'), eq(assessments.chairId, person.id)))
    .orderBy(desc(assessments.no))
  return begun[0] ?? null
}

export const openMeetings = (books: Books): Promise<Meeting[]> =>
  books.tx
    .select()
    .from(assessments)
    .where(and(mine(books), eq(assessments.state, 'open')))
    .orderBy(asc(assessments.no))

export const entriesOf = (books: Books, { id }: Meeting): Promise<Entry[]> =>
  books.tx
    .select()
    .from(assessedCases)
    .where(and(eq(assessedCases.stationId, books.station.id), eq(assessedCases.assessmentId, id)))
    .orderBy(asc(assessedCases.no))

/** Cases that are not reached are the next meeting's. */
export const waiting = (all: readonly Entry[]): Entry[] => all.filter(({ state }) => state === 'open')

export async function setEntry(books: Books, { id }: Entry, change: Partial<Entry>): Promise<void> {
  await books.tx.update(assessedCases).set(change).where(isEntry(books, id))
}

/** The levels that its cases stand at now. */
export async function levelsNow(books: Books, entries: readonly Entry[]): Promise<Pick<Dispute, 'level'>[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ disputeId }) => disputeId)
  return books.tx
    .select({ level: disputes.level })
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.id, ids)))
}

/**
 * Writes what is on the agenda and not yet on this meeting's list. A case that only some may see is left out where anybody in
 * the room may not: what is said of it would be heard by all. Returns how many were.
 */
export async function listCases(books: Books, meeting: Meeting, seen: AgendaOf): Promise<number> {
  const people = await Promise.all(meeting.attendees.map((id) => books.person(id)))
  const sights = await Promise.all(
    people.filter((one) => one !== null).map((one) => sightOf(books, undefined, one)),
  )
  const hidden = (row: Dispute) => restricted(books, row) && sights.some((sight) => sight(row) === null)
  const known = await entriesOf(books, meeting)
  const fresh = seen.items.filter(({ dispute }) => !known.some(({ disputeId }) => disputeId === dispute))
  const told = fresh.filter(({ dispute }) => {
    const row = seen.rows.get(dispute)
    return row !== undefined && !hidden(row)
  })
  const last = known.at(-1)?.no ?? 0
  if (told.length > 0)
    await books.tx.insert(assessedCases).values(
      told.map(({ dispute, level, why }, i) => ({
        stationId: books.station.id,
        id: books.newId(),
        assessmentId: meeting.id,
        disputeId: dispute,
        no: last + i + 1,
        why,
        levelBefore: level,
        state: 'open' as const,
      })),
    )
  return fresh.length - told.length
}

/** The next case, as a form for the chair; null where nothing is left. What has ended meanwhile needs no decision. */
export async function nextCase(books: Books, meeting: Meeting): Promise<Opened | null> {
  const all = await entriesOf(books, meeting)
  for (const entry of waiting(all)) {
    const c = await seenCase(books, entry.disputeId)
    const theirs = c && (await sightOf(books, c.row.id))(c.row) !== null && isOpen(stateOf(c.row))
    if (c && theirs) return askFor(books, c, entry, all.length)
    await setEntry(books, entry, { state: 'left' })
  }
  return null
}

/** Only looked at: a command on it locks it in its turn, before the meeting, and refuses what has moved on. */
async function seenCase(books: Books, id: string): Promise<Case | null> {
  const [row] = await books.tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.stationId, books.station.id), eq(disputes.id, id)))
  return row ? hold(books, row) : null
}

export async function askFor(books: Books, c: Case, entry: Entry, of: number): Promise<Opened> {
  const given: AssessCaseGiven = {
    ...caseGiven(books, c.row),
    entry: entry.id,
    at: entry.no,
    of,
    why: entry.why,
    days: Math.floor((books.now - c.row.updatedAt) / DAY),
    uneasy: c.row.uneasyAt !== null,
    owners: await ownersFor(books, c),
  }
  return { flow: 'assesscase', id: `assesscase:${entry.id}:${c.row.rev}`, given }
}

/** Whoever may see the case may be asked to do something about it; those who answer for it first. */
async function ownersFor(books: Books, c: Case): Promise<Choice[]> {
  const people = await books.people({ active: true })
  const seeing: Person[] = []
  for (const one of people) if (await maySee(books, c.row, one)) seeing.push(one)
  const first = [c.row.officerId, c.row.leaderId]
  const place = ({ id }: Person) => (first.includes(id) ? first.indexOf(id) : first.length)
  return seeing.sort((a, b) => place(a) - place(b)).map(({ id, name }) => ({ id, label: name }))
}

export const maySee = async (books: Books, row: Dispute, person: Person): Promise<boolean> =>
  (await sightOf(books, row.id, person))(row) !== null

/** It is over: what was not reached is left for the next one, and everybody who was there gets the minutes. */
export async function endMeeting(books: Books, meeting: Meeting): Promise<Minutes> {
  for (const entry of waiting(await entriesOf(books, meeting)))
    await setEntry(books, entry, { state: 'left' })
  const all = await entriesOf(books, meeting)
  await setMeeting(books, meeting, { state: 'held', heldAt: books.now })
  await books.cancel(`unheld:${meeting.id}`)
  const decided = all.filter(({ decidedAt }) => decidedAt !== null)
  const rose = (one: Entry) => RANK[one.levelAfter ?? one.levelBefore] - RANK[one.levelBefore]
  const minutes: Minutes = {
    no: meeting.no,
    decided: decided.length,
    raised: decided.filter((one) => rose(one) > 0).length,
    lowered: decided.filter((one) => rose(one) < 0).length,
    left: all.length - decided.length,
  }
  books.audit('meeting-held', subjectOf(meeting), minutes)
  await tellMinutes(books, meeting, decided)
  return minutes
}

const RANK = { RED: 3, ORANGE: 2, YELLOW: 1, BLUE: 0 } as const

/** Numbers and levels, of the cases that each of them may see. */
async function tellMinutes(books: Books, meeting: Meeting, decided: readonly Entry[]): Promise<void> {
  const ids = decided.map(({ disputeId }) => disputeId)
  const rows =
    ids.length === 0
      ? []
      : await books.tx
          .select()
          .from(disputes)
          .where(and(eq(disputes.stationId, books.station.id), inArray(disputes.id, ids)))
  for (const id of meeting.attendees) {
    const person = await books.person(id)
    if (!person) continue
    const sight = await sightOf(books, undefined, person)
    const cases = decided.flatMap(({ disputeId, levelBefore, levelAfter }) => {
      const row = rows.find((one) => one.id === disputeId)
      if (!row || sight(row) === null) return []
      return [{ number: row.number, from: levelBefore, to: levelAfter ?? levelBefore }]
    })
    await books.tellPerson(id, { kind: 'minutes', no: meeting.no, cases, offset: offsetOf(books) })
  }
}

/** How things stood when it began, for the next one to look back at. */
export async function trendsKept(books: Books, seen: AgendaOf): Promise<Meeting['trends']> {
  const { now, villages, categories, clusters } = await trendsOf(books, seen)
  return { now, villages, categories, clusters, ahead: await aheadOf(books) }
}
