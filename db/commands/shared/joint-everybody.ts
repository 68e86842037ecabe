// What concerns everybody who was asked to a sitting: whether they come, and that it is off.
import type { Books } from '../../books.ts'
import { type Case, subjectOf } from './case.ts'
import { askSides, talkKey, tellOff, tellPhone, tellSitting } from './joint-chats.ts'
import { invitationsOf, type MeetingRow, setMeeting } from './joint-rows.ts'
import { forget } from './waiting.ts'

export async function forgetSitting(books: Books, c: Case, meeting: MeetingRow): Promise<void> {
  await forget(books, c, 'joint', meeting.id)
  await books.cancel(talkKey(c, meeting))
}

/** Off, and everybody who was asked is told. Returns how many were, and whom the officer has to phone. */
export async function callOff(
  books: Books,
  c: Case,
  before: MeetingRow,
  change: { record?: string | null } = {},
): Promise<{ told: number; phone: ('A' | 'B')[] }> {
  const meeting = await setMeeting(books, before, { state: 'cancelled', endedAt: books.now, ...change })
  await forgetSitting(books, c, meeting)
  books.audit('joint-cancelled', subjectOf(c), { meeting: meeting.id })
  const asked = await invitationsOf(books, meeting.id)
  const told = await tellOff(books, c, meeting, asked)
  const phone = await tellSitting(books, c, asked, 'jointOff')
  await tellPhone(books, c, meeting, phone, asked, 'off')
  const sides = asked.filter(({ slot }) => slot === 'party').length
  return { told: told + sides - phone.length, phone }
}

/** Asks the sides, and gives the officer what cannot be asked in chat. */
export async function askEverySide(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  moved: boolean,
): Promise<('A' | 'B')[]> {
  const asked = await invitationsOf(books, meeting.id)
  const phone = await askSides(books, c, meeting, asked, moved)
  await tellPhone(books, c, meeting, phone, asked, moved ? 'moved' : 'asked')
  return phone
}
