import { DAY } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { yesNo } from '../core/questions/one-of.ts'
import type { ConfirmSupplement, SupplementGiven } from './commands.ts'

/** 变更确认: one side says whether what was agreed may be changed. As long as the books wait for both, so does the question. */
export const supplement = flow<SupplementGiven>('supplement', {
  version: 1,
  idle: { nudge: DAY, expire: 3 * DAY, resume: 3 * DAY },
})
  .ask('agree', yesNo())
  .direct()
  .done(
    ({ given, agree }): ConfirmSupplement => ({
      do: 'confirmSupplement',
      with: { supplement: given.supplement, agree },
    }),
  )
