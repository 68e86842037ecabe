import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { date } from '../core/questions/date.ts'
import { text } from '../core/questions/text.ts'
import type { PutOffRequest, RequestGiven } from '../difficulty/commands.ts'

/** 说明原因: it takes longer. Why, and until when; both go to the person. */
export const requestlater = flow<RequestGiven>('requestlater', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('reason', text({ min: 2, max: 300 }))
  .ask('until', ({ given }) => date({ offset: given.offset }))
  .direct()
  .done(
    ({ given: { request, rev }, reason, until }): PutOffRequest => ({
      do: 'putOffRequest',
      with: { request, rev, reason, until },
    }),
  )
