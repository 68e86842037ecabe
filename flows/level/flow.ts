import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AdjustLevel, LevelGiven } from './commands.ts'

/** 调整等级: an officer who is not at ease raises a case without any indicator; lowering needs the right person. */
export const level = flow<LevelGiven>('level', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('direction', oneOf(['raise', 'lower']))
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, direction, reason }): AdjustLevel => ({
      do: 'adjustLevel',
      with: { dispute, rev, direction, reason },
    }),
  )
