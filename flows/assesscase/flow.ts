import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { date } from '../core/questions/date.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { AssessCase, AssessCaseGiven } from './commands.ts'

const decides = (what: string): boolean => what !== 'skip' && what !== 'stop'

/** One case of a meeting: its level, what is to be done, by whom, until when. */
export const assesscase = flow<AssessCaseGiven>('assesscase', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('what', oneOf(['keep', 'raise', 'lower', 'skip', 'stop']))
  .askIf(({ what }) => what === 'raise' || what === 'lower', 'reason', text({ min: 2, max: 500 }))
  .askIf(({ what, given }) => decides(what) && given.uneasy, 'ease', oneOf(['still', 'atease']))
  .askIf(({ what }) => decides(what), 'decision', text({ min: 2, max: 500 }))
  .askIf(
    ({ what }) => decides(what),
    'owner',
    ({ given }) => choose(given.owners),
  )
  .askIf(
    ({ what }) => decides(what),
    'due',
    ({ given }) => date({ offset: given.offset }),
  )
  .direct()
  .done(
    ({
      given: { entry, rev },
      what,
      reason = null,
      decision = null,
      owner = null,
      due = null,
      ease = null,
    }): AssessCase => ({
      do: 'assessCase',
      with: { entry, rev, what, reason, decision, owner, due, ease },
    }),
  )
