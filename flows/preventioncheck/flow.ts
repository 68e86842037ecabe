import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { DecidePrevention, PreventionCheckGiven } from './commands.ts'

/** 防止审批: a leader reads why an officer thinks that something was prevented, and says whether it counts. */
export const preventioncheck = flow<PreventionCheckGiven>('preventioncheck', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .askIf(
    ({ given }) => given.waiting.length > 1,
    'which',
    ({ given }) => choose(given.waiting),
  )
  .ask('approve', oneOf(['yes', 'no']))
  .direct()
  .done(
    ({ given: { dispute, waiting }, which = waiting[0]?.id ?? '', approve }): DecidePrevention => ({
      do: 'decidePrevention',
      with: { dispute, prevention: which, approve: approve === 'yes' },
    }),
  )
