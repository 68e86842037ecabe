import { DAY, HOUR } from '../casework/calendar.ts'
import type { Answers } from '../core/conversation.ts'
import { flow } from '../core/flow.ts'
import { number } from '../core/questions/number.ts'
import { yesNo } from '../core/questions/one-of.ts'
import type { Answering, AnswerPatrol, FileLead, LookoutGiven } from './commands.ts'
import { type News, news } from './news.ts'

/** More than any village has. */
const MOST_HOUSEHOLDS = 5_000

type Told = { given: LookoutGiven; meant?: 'yes' | 'no'; news?: News }

/** What was told out of the blue is kept only where they mean it so. */
const isMeant = ({ given, meant }: Told): boolean => !given.said || meant === 'yes'

function whatOf(told: Told): Answering {
  const { given, news: said } = told
  if (!said || !isMeant(told)) return 'left'
  if (said.story !== null) return 'told'
  return given.more ? 'enough' : 'zero'
}

/** 报苗头: what somebody who looks after a village has heard there; a lead after the other, a village after the other. */
export const lookout = flow<LookoutGiven>('lookout', {
  version: 1,
  // Silence is no answer: the talk goes, and the card of the round stays.
  idle: { nudge: 2 * HOUR, expire: DAY, resume: 12 * HOUR },
  quietly: () => true,
  prefilled: ({ said }: LookoutGiven): Answers => (said ? { news: { nothing: false, story: said } } : {}),
})
  .askIf(({ given }) => given.said !== undefined, 'meant', yesNo())
  .ask('news', news())
  .offerIf(
    (told) => told.given.visits && !told.given.more && told.news !== undefined && isMeant(told),
    'households',
    number({ min: 0, max: MOST_HOUSEHOLDS }),
  )
  .milestone('filed', {
    key: (told) => (told.news?.story && isMeant(told) ? 'told' : null),
    do: ({ conversation, given, news: said, signals }): FileLead => ({
      do: 'fileLead',
      with: {
        conversation,
        ask: given.ask,
        story: said?.story ?? { text: '', files: [] },
        danger: signals.codes,
      },
    }),
  })
  .direct()
  .done(
    (told): AnswerPatrol => ({
      do: 'answerPatrol',
      with: { asks: [told.given.ask], what: whatOf(told), households: told.households ?? null },
    }),
  )
