import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { FlagGiven, MarkFlag } from './commands.ts'

/** 核对: an officer who has looked into it says whether the surface signals of a round were right. */
export const flag = flow<FlagGiven>('flag', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.rounds.length > 1,
    'round',
    ({ given }) => choose(given.rounds),
  )
  .ask('found', oneOf(['right', 'wrong']))
  .offer('note', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev, rounds }, round = rounds[0]?.id ?? '', found, note = null }): MarkFlag => ({
      do: 'markFlag',
      with: { dispute, rev, round, right: found === 'right', note },
    }),
  )
