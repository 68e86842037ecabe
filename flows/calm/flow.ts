import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { CalmGiven, EndEmergency } from './commands.ts'

/** 险情解除: the duty officer says that the danger is over and what was done. */
export const calm = flow<CalmGiven>('calm', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('injured', oneOf(['none', 'minor', 'serious']))
  .ask('done', text({ min: 2, max: 2000 }))
  .review()
  .done(
    ({ given: { dispute, rev }, injured, done }): EndEmergency => ({
      do: 'endEmergency',
      with: { dispute, rev, done, injured },
    }),
  )
