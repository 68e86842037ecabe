import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { PassRequest, RequestGiven } from '../difficulty/commands.ts'

/** 转交: another body handles it, and the person learns which. */
export const requestpass = flow<RequestGiven>('requestpass', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('unit', text({ min: 2, max: 60 }))
  .offer('text', text({ min: 2, max: 500 }))
  .askIf(({ given }) => given.byHand, 'told', oneOf(['told', 'notyet']))
  .direct()
  .done(
    ({ given: { request, rev }, unit, text: words, told = null }): PassRequest => ({
      do: 'passRequest',
      with: { request, rev, unit, text: words ?? null, told },
    }),
  )
