import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { number } from '../core/questions/number.ts'
import type { AnswerPatrol, ZeroGiven } from '../lookout/commands.ts'

const MOST_HOUSEHOLDS = 5_000

const answer = ({ asks }: ZeroGiven, households: number | null): AnswerPatrol => ({
  do: 'answerPatrol',
  with: { asks, what: 'zero', households },
})

/** Of several villages nobody knows to which a number of households would belong. */
const counts = ({ visits, asks }: ZeroGiven) => visits && asks.length === 1

/** 零报告: nothing in any of the villages of a round, by one tap; it counts before anything else is asked. */
export const zero = flow<ZeroGiven>('zero', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
  quietly: () => true,
})
  .offerIf(({ given }) => counts(given), 'households', number({ min: 0, max: MOST_HOUSEHOLDS }))
  .milestone('noted', {
    key: ({ given }) => (counts(given) ? 'zero' : null),
    do: ({ given }) => answer(given, null),
  })
  .direct()
  .done(({ given, households }): AnswerPatrol => answer(given, households ?? null))
