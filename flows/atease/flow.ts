import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { text } from '../core/questions/text.ts'
import type { AtEaseGiven, SettleUnease } from './commands.ts'

/** 放心了: a leader takes "not at ease" back, with a reason. */
export const atease = flow<AtEaseGiven>('atease', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, reason }): SettleUnease => ({
      do: 'settleUnease',
      with: { dispute, rev, reason },
    }),
  )
