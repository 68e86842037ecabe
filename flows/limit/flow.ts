import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import type { Question } from '../core/question.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { pastDay } from '../core/questions/past-day.ts'
import type { LimitGiven, RecordLimit } from './commands.ts'

type What = RecordLimit['with']['what']

/** Only what can be done here; the books begin this with at least one of them. */
const whatIn = ({ dated, running, longer }: LimitGiven): Question<What, What> =>
  oneOf([
    ...(dated.length > 0 ? (['start'] as const) : []),
    ...(running.length > 0 ? (['done'] as const) : []),
    ...(longer ? (['longer'] as const) : []),
  ] as unknown as [What, ...What[]])

/** 时限: the days that only an officer can know, such as when somebody left the job or a decision arrived. */
export const limit = flow<LimitGiven>('limit', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('what', ({ given }) => whatIn(given))
  .askIf(
    ({ what }) => what === 'start',
    'which',
    ({ given }) => choose(given.dated),
  )
  .askIf(
    ({ what }) => what === 'start',
    'day',
    ({ given }) => pastDay({ offset: given.offset }),
  )
  .askIf(
    ({ what }) => what === 'done',
    'kept',
    ({ given }) => choose(given.running),
  )
  .direct()
  .done(
    ({ given: { dispute, rev }, what, which = null, kept = null, day = null }): RecordLimit => ({
      do: 'recordLimit',
      with: { dispute, rev, what, code: what === 'done' ? kept : which, day },
    }),
  )
