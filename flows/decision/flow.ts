import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { text } from '../core/questions/text.ts'
import type { CarryOutDecision, DecisionGiven } from './commands.ts'

/** 落实: what a meeting decided, and that it is done. */
export const decision = flow<DecisionGiven>('decision', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.owed.length > 1,
    'which',
    ({ given }) => choose(given.choices),
  )
  .ask('words', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given, which, words }): CarryOutDecision => ({
      do: 'carryOutDecision',
      with: { entry: which ?? given.owed[0]?.entry ?? '', words },
    }),
  )
