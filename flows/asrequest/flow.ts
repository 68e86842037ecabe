import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import type { CaseToRequest } from '../difficulty/commands.ts'
import type { AsRequestGiven } from './commands.ts'

/** 转困难: triage finds that a report is a difficulty and no dispute. */
export const asrequest = flow<AsRequestGiven>('asrequest', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('kind', ({ given }) => choose(given.kinds))
  .direct()
  .done(
    ({ given: { dispute, rev }, kind }): CaseToRequest => ({
      do: 'caseToRequest',
      with: { dispute, rev, kind },
    }),
  )
