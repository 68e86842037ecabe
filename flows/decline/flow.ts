import type { DeclineDispute } from '../assignment/commands.ts'
import type { CaseGiven } from '../case.ts'
import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { text } from '../core/questions/text.ts'

/** 转派: the officer hands the case back and says why; the leader assigns it again. */
export const decline = flow<CaseGiven>('decline', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, reason }): DeclineDispute => ({
      do: 'declineDispute',
      with: { dispute, rev, reason },
    }),
  )
