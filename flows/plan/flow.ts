import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { date } from '../core/questions/date.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { ChangePlan, PlanChange, PlanGiven } from './commands.ts'

/** Only what this person may do; leaving it as it is, anybody may. */
const changesOf = ({ changes }: PlanGiven) =>
  oneOf<PlanChange>(['keep', ...changes.filter((one) => one !== 'keep')])

/** 回访计划: what is over, what runs and what is to come; one more round, another day, or fewer. */
export const plan = flow<PlanGiven>('plan', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('change', ({ given }) => changesOf(given))
  .askIf(
    ({ change }) => change === 'move' || change === 'waive',
    'round',
    ({ given, change }) => choose(change === 'waive' ? given.waivable : given.movable),
  )
  .askIf(
    ({ change }) => change === 'add' || change === 'move',
    'day',
    ({ given }) => date({ offset: given.offset }),
  )
  .askIf(({ change }) => change === 'add', 'mode', oneOf(['chat', 'call', 'visit']))
  .askIf(({ change }) => change !== 'keep', 'reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({
      given: { dispute, rev },
      change,
      round = null,
      day = null,
      mode = null,
      reason = null,
    }): ChangePlan => ({
      do: 'changePlan',
      with: { dispute, rev, change, round, day, mode, reason },
    }),
  )
