import { caseLine, wallDay } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { confirmation } from '../flow.ts'

const NOTED = {
  asked: 'the court was asked',
  confirmed: 'confirmed by the court',
  refused: 'not confirmed by the court',
}

export const en: WordsOf<typeof confirmation> = {
  opening: [
    ({ given }) => `Judicial confirmation: ${caseLine(given, 'en')}`,
    ({ given }) =>
      given.until === null
        ? ''
        : `Both sides may ask together until ${wallDay(given.until, given.offset, 'en')}.`,
  ],
  closing: ({ what }, { agreement }) => `Noted for ${agreement}: ${NOTED[what ?? 'asked']}.`,
  steps: {
    what: {
      say: ({ given }) => `How far has ${given.agreement} come?`,
      label: 'Confirmation',
      choices: {
        asked: { label: 'Both have asked', hears: ['asked'] },
        confirmed: { label: 'The court confirmed it', hears: ['confirmed'] },
        refused: { label: 'The court refused', hears: ['refused'] },
      },
    },
    day: { say: 'On which day?', label: 'Day of confirmation' },
  },
}
