import { DAY } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AnswerInvitation } from '../invitation/commands.ts'
import type { SitdownGiven } from './commands.ts'

/** 坐下来谈: a side says whether it comes. Whoever goes away before saying when has answered all the same. */
export const sitdown = flow<SitdownGiven>('sitdown', {
  version: 1,
  idle: { nudge: DAY, expire: 3 * DAY, resume: 3 * DAY },
  quietly: ({ answer }) => answer !== undefined,
})
  .ask('answer', oneOf(['coming', 'cannot', 'other-time']))
  .offer('when', text({ max: 300 }), ({ answer }) => answer === 'other-time')
  .direct()
  .done(
    ({ given: { invitation, asked }, answer, when: words = null }): AnswerInvitation => ({
      do: 'answerInvitation',
      with: { invitation, asked, answer, words },
    }),
  )
