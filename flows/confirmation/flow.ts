import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { pastDay } from '../core/questions/past-day.ts'
import type { ConfirmationGiven, RecordConfirmation } from './commands.ts'

/** 司法确认: what came of going to the court together with the agreement. */
export const confirmation = flow<ConfirmationGiven>('confirmation', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('what', oneOf(['asked', 'confirmed', 'refused']))
  .askIf(
    ({ what }) => what === 'confirmed',
    'day',
    ({ given }) => pastDay({ offset: given.offset }),
  )
  .direct()
  .done(
    ({ given: { dispute, rev }, what, day = null }): RecordConfirmation => ({
      do: 'recordConfirmation',
      with: { dispute, rev, what, day },
    }),
  )
