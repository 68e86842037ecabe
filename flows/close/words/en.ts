import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { close } from '../flow.ts'

export const en: WordsOf<typeof close> = {
  opening: [
    ({ given }) => `Close: ${caseLine(given, 'en')}`,
    ({ given: { roundsLeft, dutiesOpen, surface } }) =>
      `Revisits left: ${roundsLeft}. Duties open: ${dutiesOpen}. Surface score: ${surface}.`,
  ],
  review: 'Close it so?',
  closing: (_, { number }) => `${number} is closed and filed.`,
  steps: {
    waiveRounds: {
      say: ({ given }) => `${given.roundsLeft} revisits were not made. Leave them out?`,
      label: 'Revisits left',
      choices: {
        yes: { label: 'Leave them out, I say why', hears: ['yes', 'y'] },
        no: { label: 'Make them first', hears: ['no', 'n'] },
      },
    },
    reason: { say: 'Why is it closed?', label: 'Reason' },
  },
}
