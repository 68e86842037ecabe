import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { CloseDispute, CloseGiven } from './commands.ts'

/** 结案: a leader closes; the books check that nothing is left open. */
export const close = flow<CloseGiven>('close', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(({ given }) => given.roundsLeft > 0, 'waiveRounds', yesNo())
  .ask('reason', text({ min: 2, max: 500 }))
  .review()
  .done(
    ({ given: { dispute, rev }, reason, waiveRounds = null }): CloseDispute => ({
      do: 'closeDispute',
      with: { dispute, rev, reason, waiveRounds },
    }),
  )
