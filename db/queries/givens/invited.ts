// The answer of somebody who was asked to a sitting: by their button, or by its words. They need not be able to see the case.
import { and, eq, gt } from 'drizzle-orm'
import { type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { InvitationGiven } from '../../../flows/invitation/commands.ts'
import type { Books } from '../../books.ts'
import { offsetOf } from '../../commands/shared/facts-shown.ts'
import { subjectIn } from '../../commands/shared/joint-chats.ts'
import type { InvitationRow } from '../../commands/shared/joint-rows.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { disputes, jointInvitations, jointMeetings } from '../../schema/index.ts'
import type { Begin } from './resident.ts'

type Mine = { invitation: InvitationRow; number: string; at: number }

/** What whoever acts is asked to, and that is still to come; the earliest first. */
async function mine(books: Books): Promise<Mine[]> {
  const { person } = books.actor
  if (!person) return []
  return books.tx
    .select({ invitation: jointInvitations, number: disputes.number, at: jointMeetings.at })
    .from(jointInvitations)
    .innerJoin(
      jointMeetings,
      and(
        eq(jointMeetings.stationId, jointInvitations.stationId),
        eq(jointMeetings.id, jointInvitations.meetingId),
      ),
    )
    .innerJoin(
      disputes,
      and(eq(disputes.stationId, jointInvitations.stationId), eq(disputes.id, jointInvitations.disputeId)),
    )
    .where(
      and(
        eq(jointInvitations.stationId, books.station.id),
        eq(jointInvitations.personId, person.id),
        eq(jointMeetings.state, 'planned'),
        gt(jointMeetings.at, books.now),
      ),
    )
    .orderBy(jointMeetings.at)
}

const answering =
  (flow: string): Begin =>
  async (books, number, subject = null) => {
    if (!books.actor.person) return noSuchCase()
    const all = await mine(books)
    const pressed = subject === null ? null : subjectIn(subject)
    if (pressed) {
      const one = all.find(({ invitation }) => invitation.id === pressed.invitation)
      if (!one) return over()
      return one.invitation.askedAt === pressed.asked ? opened(books, flow, one) : movedSince()
    }
    if (number !== null) {
      const one = all.find((each) => each.number === number)
      return one ? opened(books, flow, one) : noSuchCase()
    }
    const [first, ...more] = all
    if (!first) return over()
    return more.length === 0 ? opened(books, flow, first) : which(all)
  }

function opened(books: Books, flow: string, { invitation, number, at }: Mine): Opened {
  const given: InvitationGiven = {
    invitation: invitation.id,
    asked: invitation.askedAt,
    number,
    at,
    offset: offsetOf(books),
  }
  return { flow, id: books.newId(), given }
}

const over = (): Refused =>
  refuse(
    'over',
    '现在没有等您答复的联合调解，谢谢您。',
    'No joint mediation waits for your answer, thank you.',
  )

const movedSince = (): Refused =>
  refuse(
    'moved-on',
    '时间改过了，请看最新的那条再回。',
    'Its time has changed; please answer the latest message.',
  )

const which = (all: readonly Mine[]): Refused => {
  const numbers = all.map(({ number }) => number)
  return refuse(
    'which-case',
    `请连编号一起打：${numbers.join('、')}。`,
    `Please type the number too: ${numbers.join(', ')}.`,
  )
}

export const coming = answering('coming')
export const cannot = answering('cannot')
export const otherTime = answering('othertime')
