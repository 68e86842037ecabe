// Another time for a sitting, of which everybody is asked anew; or its end, of which everybody is told.
import { instantAt } from '../../flows/casework/calendar.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { ChangeJoint } from '../../flows/joint/commands.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, save, subjectOf } from './shared/case.ts'
import { tellInvited } from './shared/joint-chats.ts'
import { awaitSitting } from './shared/joint-due.ts'
import { askEverySide, callOff, forgetSitting } from './shared/joint-everybody.ts'
import {
  invitationsOf,
  type MeetingRow,
  plannedOf,
  recordOf,
  sealRecord,
  setInvitation,
  setMeeting,
} from './shared/joint-rows.ts'
import { recorded } from './shared/sight.ts'

type Given = ChangeJoint['with']

export const changeJoint: Handler<'changeJoint'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  const meeting = await plannedOf(books, c)
  if (meeting?.id !== given.meeting)
    return refuse('no-meeting', '没有这次联合调解了。', 'There is no such joint mediation any more.')
  if (given.change === 'move') return move(books, c, meeting, given)
  const off = given.reason?.trim()
  if (!off) return refuse('guard', '要写明理由。', 'A written reason is needed.')
  const record = sealRecord(c, meeting.id, { ...recordOf(c, meeting), off })
  const { told, phone } = await callOff(books, c, meeting, { record })
  await save(books, c, {}, { quiet: true })
  return { number: c.row.number, at: meeting.at, told, phone }
}

async function move(
  books: Books,
  c: Case,
  before: MeetingRow,
  { day, time, place }: Given,
): Promise<Refused | { number: string; at: number; told: number; phone: ('A' | 'B')[] }> {
  const { calendar } = books.station.rulebook
  const at = day === null || time === null ? null : instantAt(day, time, calendar)
  if (at === null) return refuse('guard', '要写新的时间。', 'The new time is needed.')
  if (!(at > books.now)) return refuse('past', '这个时间已经过去。', 'That time has passed already.')
  const elsewhere = place?.trim()
  const meeting = await setMeeting(books, before, {
    at,
    ...(elsewhere ? { place: c.vault.seal('joint_meetings.place', before.id, elsewhere) } : {}),
  })
  await forgetSitting(books, c, meeting)
  // What was answered was an answer to another time.
  const asked = []
  for (const one of await invitationsOf(books, meeting.id)) {
    const own = one.personId !== null && one.personId === books.actor.person?.id
    asked.push(
      await setInvitation(books, one, {
        askedAt: Math.max(books.now, one.askedAt + 1),
        answer: own ? 'coming' : null,
        answeredAt: own ? books.now : null,
        words: null,
      }),
    )
  }
  books.audit('joint-moved', subjectOf(c), { meeting: meeting.id, at })
  await save(books, c, {}, { quiet: true })
  const told = await tellInvited(books, c, meeting, asked, 'moved')
  const phone = await askEverySide(books, c, meeting, true)
  await awaitSitting(books, c, meeting)
  return { number: c.row.number, at, told: told + 2 - phone.length, phone }
}
