import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestsolved } from '../flow.ts'

export const en: WordsOf<typeof requestsolved> = {
  opening: [],
  closing: ({ given, solved }, { promisedBy }) =>
    solved === 'yes'
      ? 'Good, thank you for telling us. Write any time.'
      : promisedBy === null
        ? 'Understood. I ask the head of the station to look at it again.'
        : `Understood, we go on with it. You get an answer by ${wallClock(promisedBy, given.offset, 'en')}.`,
  steps: {
    solved: {
      say: ({ given }) => `Is your difficulty (${given.number}) solved?`,
      label: 'Solved',
      choices: {
        yes: { label: 'Solved', hears: ['yes', 'y', 'ok'] },
        no: { label: 'Not solved', hears: ['no', 'n', 'not yet'] },
      },
    },
  },
}
