import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AnswerRequest, RequestGiven } from '../difficulty/commands.ts'

/** 答复: what came of a difficulty, in words that the person gets as they are. */
export const requestanswer = flow<RequestGiven>('requestanswer', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('result', oneOf(['done', 'cannot']))
  .ask('text', text({ min: 2, max: 500 }))
  .askIf(({ given }) => given.byHand, 'told', oneOf(['solved', 'told', 'notyet']))
  .direct()
  .done(
    ({ given: { request, rev }, result, text: words, told = null }): AnswerRequest => ({
      do: 'answerRequest',
      with: { request, rev, result, text: words, told },
    }),
  )
