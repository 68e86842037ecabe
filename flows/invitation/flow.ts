// Three answers to being asked to a sitting, each of them a word or a press.
import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { text } from '../core/questions/text.ts'
import type { AnswerInvitation, Coming, InvitationGiven } from './commands.ts'

const given = (
  { invitation, asked }: InvitationGiven,
  answer: Coming,
  words: string | null,
): AnswerInvitation => ({ do: 'answerInvitation', with: { invitation, asked, answer, words } })

const idle = { nudge: HOUR, expire: DAY }

/** 来: one press, no question. */
export const coming = flow<InvitationGiven>('coming', { version: 1 })
  .direct()
  .done((known) => given(known.given, 'coming', null))

/** 来不了: why, where they want to say it. Whoever goes away before that has answered. */
export const cannot = flow<InvitationGiven>('cannot', { version: 1, idle, quietly: () => true })
  .offer('why', text({ max: 300 }))
  .direct()
  .done((known) => given(known.given, 'cannot', known.why ?? null))

/** 换时间: what would do. */
export const otherTime = flow<InvitationGiven>('othertime', { version: 1, idle, quietly: () => true })
  .offer('when', text({ max: 300 }))
  .direct()
  .done((known) => given(known.given, 'other-time', known.when ?? null))
