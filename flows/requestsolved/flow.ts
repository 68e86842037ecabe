import { DAY } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { RateRequest } from '../difficulty/commands.ts'
import type { SolvedGiven } from './commands.ts'

/** 解决了吗: one tap after the answer. */
export const requestsolved = flow<SolvedGiven>('requestsolved', {
  version: 1,
  // Asked once: nobody is reminded of it.
  idle: { nudge: 7 * DAY, expire: 7 * DAY },
})
  .ask('solved', oneOf(['yes', 'no']))
  .direct()
  .done(({ given: { request }, solved }): RateRequest => ({ do: 'rateRequest', with: { request, solved } }))
