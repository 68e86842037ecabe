// 来 / 来不了 / 换时间: by whoever was asked, in their own chat; or by the officer who asked them on the phone.
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, lockCase, save, subjectOf } from './shared/case.ts'
import { tellHost } from './shared/joint-host.ts'
import {
  type InvitationRow,
  invitationById,
  invitationsOf,
  meetingById,
  setInvitation,
} from './shared/joint-rows.ts'
import { noSuchCase } from './shared/refusal.ts'
import { partOf, recorded } from './shared/sight.ts'

export const answerInvitation: Handler<'answerInvitation'> = async (books, given) => {
  const found = await invitationById(books, given.invitation)
  const c = found && (await lockCase(books, found.disputeId))
  if (!c || !found || !(await mayAnswer(books, c, found))) return noSuchCase()
  // Looked at again under the lock of the case: it may have been moved or called off this moment.
  const one = await invitationById(books, found.id)
  const meeting = one && (await meetingById(books, one.meetingId))
  if (!one || !meeting || meeting.state !== 'planned' || meeting.at <= books.now) return over()
  if (given.asked !== null && given.asked !== one.askedAt) return moved()
  const words = given.words?.trim()
  const { answer } = given
  await setInvitation(books, one, {
    answer,
    answeredAt: books.now,
    words: words ? c.vault.seal('joint_invitations.words', one.id, words) : null,
  })
  await save(books, c, {}, { quiet: true })
  books.audit('joint-answered', subjectOf(c), { invitation: one.id, answer })
  const all = await invitationsOf(books, meeting.id)
  const news = answer !== 'coming' || all.every((each) => each.answer !== null)
  // Who notes what they heard on the phone needs no news of it.
  if (news && meeting.hostId !== books.actor.person?.id) await tellHost(books, c, meeting)
  return { number: c.row.number, at: meeting.at, told: 0, phone: [] }
}

/** Themselves; a side of the case for itself alone; and who handles the case for anybody. */
async function mayAnswer(books: Books, c: Case, { personId, side }: InvitationRow): Promise<boolean> {
  const { person } = books.actor
  if (person === null) return side !== null && (await partOf(books, c.row)) === side
  return personId === person.id || !isRefused(await recorded(books, c.row.id, null, 'officer'))
}

const over = (): Refused =>
  refuse('over', '这件事不用再回了，谢谢您。', 'This needs no answer any more, thank you.')

const moved = (): Refused =>
  refuse('moved-on', '时间改过了，请看最新的消息。', 'The time has changed; please see the latest message.')
