import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { RecordThirdParty, VisitGiven } from '../visit/commands.ts'

/** 侧面了解: what a grid worker or cadre says about how the two households get on. */
export const thirdparty = flow<VisitGiven>('thirdparty', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('tense', yesNo())
  .ask('words', text({ min: 2, max: 2000 }))
  .direct()
  .done(
    ({ given: { dispute, rounds }, tense, words }): RecordThirdParty => ({
      do: 'recordThirdParty',
      with: { dispute, revisit: rounds[0]?.id.replace(/:[AB]$/, '') ?? null, tense, words },
    }),
  )
