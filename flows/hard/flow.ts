import type { CaseGiven } from '../case.ts'
import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { text } from '../core/questions/text.ts'
import type { MarkHard } from '../offer/commands.ts'

/** 难案: a leader marks a case as hard and says why; it is worked on with the township. */
export const hard = flow<CaseGiven>('hard', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('reason', text({ min: 2, max: 300 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, reason }): MarkHard => ({ do: 'markHard', with: { dispute, rev, reason } }),
  )
