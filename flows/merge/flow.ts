import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { MergeDispute, MergeGiven } from './commands.ts'

/** 并案: which case it may be the same as, and whether it is. Nothing is merged but by the person who says so here. */
export const merge = flow<MergeGiven>('merge', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.candidates.length > 0,
    'which',
    ({ given }) => choose(given.candidates, ['other']),
  )
  .askIf(({ which }) => which === undefined || which === 'other', 'number', text({ min: 4, max: 40 }))
  .ask('decision', oneOf(['same', 'different', 'unsure']))
  .askIf(({ decision }) => decision !== 'unsure', 'reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, which, number = null, decision, reason = '' }): MergeDispute => ({
      do: 'mergeDispute',
      with: {
        dispute,
        rev,
        other: which === undefined || which === 'other' ? null : which,
        otherNumber: number,
        decision,
        reason,
      },
    }),
  )
