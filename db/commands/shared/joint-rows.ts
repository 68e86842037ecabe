// Sittings of a case (三调联动) and who was asked to them, as rows.
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Instant } from '../../../flows/core/event.ts'
import type { Guest } from '../../../flows/joint/commands.ts'
import type { Books } from '../../books.ts'
import { jointInvitations, jointMeetings } from '../../schema/index.ts'
import type { Case } from './case.ts'

export type MeetingRow = typeof jointMeetings.$inferSelect
export type InvitationRow = typeof jointInvitations.$inferSelect

export async function meetingById(books: Books, id: string): Promise<MeetingRow | null> {
  const [row] = await books.tx
    .select()
    .from(jointMeetings)
    .where(and(eq(jointMeetings.stationId, books.station.id), eq(jointMeetings.id, id)))
  return row ?? null
}

/** The latest first. */
export const meetingsOf = (books: Books, c: Pick<Case, 'row'>): Promise<MeetingRow[]> =>
  books.tx
    .select()
    .from(jointMeetings)
    .where(and(eq(jointMeetings.stationId, books.station.id), eq(jointMeetings.disputeId, c.row.id)))
    .orderBy(desc(jointMeetings.no))

/** A case has one sitting before it at most. */
export const plannedOf = async (books: Books, c: Pick<Case, 'row'>): Promise<MeetingRow | null> =>
  (await meetingsOf(books, c)).find(({ state }) => state === 'planned') ?? null

/** Police, cadres and people first, in the order in which they were asked; then guests, then the sides. */
export async function invitationsOf(books: Books, meeting: string): Promise<InvitationRow[]> {
  const rows = await books.tx
    .select()
    .from(jointInvitations)
    .where(and(eq(jointInvitations.stationId, books.station.id), eq(jointInvitations.meetingId, meeting)))
    .orderBy(asc(jointInvitations.slot), asc(jointInvitations.side), asc(jointInvitations.id))
  const rank = ({ slot, personId }: InvitationRow) => (slot === 'party' ? 2 : personId === null ? 1 : 0)
  return rows.sort((one, other) => rank(one) - rank(other))
}

export async function invitationById(books: Books, id: string): Promise<InvitationRow | null> {
  const [row] = await books.tx
    .select()
    .from(jointInvitations)
    .where(and(eq(jointInvitations.stationId, books.station.id), eq(jointInvitations.id, id)))
  return row ?? null
}

export async function setMeeting(
  books: Books,
  row: MeetingRow,
  set: Partial<Omit<MeetingRow, 'stationId' | 'id' | 'disputeId'>>,
): Promise<MeetingRow> {
  await books.tx
    .update(jointMeetings)
    .set(set)
    .where(and(eq(jointMeetings.stationId, books.station.id), eq(jointMeetings.id, row.id)))
  return { ...row, ...set }
}

export async function setInvitation(
  books: Books,
  row: InvitationRow,
  set: Partial<Omit<InvitationRow, 'stationId' | 'id' | 'disputeId' | 'meetingId'>>,
): Promise<InvitationRow> {
  await books.tx
    .update(jointInvitations)
    .set(set)
    .where(and(eq(jointInvitations.stationId, books.station.id), eq(jointInvitations.id, row.id)))
  return { ...row, ...set }
}

export const placeOf = (c: Pick<Case, 'vault'>, { id, place }: MeetingRow): string =>
  c.vault.open('joint_meetings.place', id, place) ?? ''

/** Why a force is missing, why it was called off, what was noted of it. */
export type MeetingRecord = { why?: string; off?: string; note?: string }

export function recordOf(c: Pick<Case, 'vault'>, { id, record }: MeetingRow): MeetingRecord {
  const kept = c.vault.open('joint_meetings.record', id, record)
  return kept === null ? {} : (JSON.parse(kept) as MeetingRecord)
}

export const sealRecord = (c: Pick<Case, 'vault'>, id: string, record: MeetingRecord): string | null =>
  Object.keys(record).length === 0 ? null : c.vault.seal('joint_meetings.record', id, JSON.stringify(record))

export function guestOf(
  c: Pick<Case, 'vault'>,
  { id, guest }: InvitationRow,
): Omit<Guest, 'consents'> | null {
  const kept = c.vault.open('joint_invitations.guest', id, guest)
  return kept === null ? null : (JSON.parse(kept) as Omit<Guest, 'consents'>)
}

/** What a side is to be told of at this moment, where that is still so. */
export async function meetingToTell(
  books: Books,
  c: Pick<Case, 'row' | 'vault'>,
  what: 'jointSoon' | 'jointOff',
): Promise<{ at: Instant; place: string } | null> {
  const [last] = await meetingsOf(books, c)
  if (what === 'jointOff') return last?.state === 'cancelled' ? { at: last.at, place: '' } : null
  const soon = last?.state === 'planned' && last.at > books.now
  return soon ? { at: last.at, place: placeOf(c, last) } : null
}
