// A sitting (三调联动): everybody is reminded on the evening before and the host told who comes; when it is over the host is asked
// for the record, every day until it is there; where the case went elsewhere it is called off.
import { z } from 'zod'
import { DAY } from '../../flows/casework/calendar.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { Books } from '../books.ts'
import { type Case, stateOf, subjectOf } from '../commands/shared/case.ts'
import { tellInvited, tellPhone, tellSitting } from '../commands/shared/joint-chats.ts'
import { awaitRecord } from '../commands/shared/joint-due.ts'
import { callOff } from '../commands/shared/joint-everybody.ts'
import { tellHost } from '../commands/shared/joint-host.ts'
import { invitationsOf, type MeetingRow, meetingById, setMeeting } from '../commands/shared/joint-rows.ts'
import { tellStaff } from '../commands/shared/tell.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ meeting: z.string(), what: z.enum(['eve', 'record', 'moot']) })

export const joint = onCase('joint', shape, async (books, c, { meeting: id, what }) => {
  const meeting = await meetingById(books, id)
  if (meeting?.state !== 'planned') return
  if (what === 'record') return askRecord(books, c, meeting)
  if (stateOf(c.row) !== 'MEDIATING') {
    await callOff(books, c, meeting)
    return
  }
  if (what === 'eve') await remindAll(books, c, meeting)
})

async function remindAll(books: Books, c: Case, meeting: MeetingRow): Promise<void> {
  const asked = await invitationsOf(books, meeting.id)
  const expected = asked.filter(({ answer }) => answer !== 'cannot')
  await tellInvited(books, c, meeting, expected, 'reminder')
  const phone = await tellSitting(books, c, expected, 'jointSoon')
  await tellPhone(books, c, meeting, phone, expected, 'eve')
  await tellHost(books, c, meeting)
}

async function askRecord(books: Books, c: Case, meeting: MeetingRow): Promise<void> {
  if (!isOpen(stateOf(c.row))) {
    await setMeeting(books, meeting, { state: 'cancelled', endedAt: books.now })
    books.audit('joint-cancelled', subjectOf(c), { meeting: meeting.id })
    return
  }
  await tellStaff(
    books,
    c,
    { people: [meeting.hostId] },
    (about) => ({ kind: 'jointRecord', at: meeting.at, ...about }),
    ['jointRecord'],
  )
  await awaitRecord(books, c, meeting.id, books.now + DAY)
}
