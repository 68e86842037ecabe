import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { calm } from '../flow.ts'

export const en: WordsOf<typeof calm> = {
  opening: [({ given }) => `Danger over: ${caseLine(given, 'en')}`],
  review: 'This is what will be recorded. Right?',
  closing: (_, { number, state }) =>
    `The emergency is over. ${number} is now: ${stateName(state as State).en}.`,
  steps: {
    injured: {
      say: 'Is anyone hurt?',
      label: 'Hurt',
      choices: {
        none: { label: 'Nobody', hears: ['no', 'none'] },
        minor: { label: 'Slightly', hears: ['minor'] },
        serious: { label: 'Taken to hospital', hears: ['serious', 'hospital'] },
      },
    },
    done: { say: 'What was done? Are they apart?', label: 'What was done' },
  },
}
