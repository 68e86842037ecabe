import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { MoveDispute, MoveGiven } from './commands.ts'

/** Steps of the life cycle that only say that somebody decided so, such as going on after a pause. */
export const move = flow<MoveGiven>('move', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('to', ({ given }) => choose(given.states))
  .askIf(({ to }) => to === 'TERMINATED' || to === 'REFERRED' || to === 'CLOSED', 'remediesTold', yesNo())
  .askIf(({ to }) => to === 'MEDIATING' || to === 'PERFORMING', 'bothAgree', yesNo())
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, to, remediesTold = null, bothAgree = null, reason }): MoveDispute => ({
      do: 'moveDispute',
      with: { dispute, rev, to, reason, remediesTold, bothAgree },
    }),
  )
