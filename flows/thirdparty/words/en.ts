import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { thirdparty } from '../flow.ts'

export const en: WordsOf<typeof thirdparty> = {
  opening: [({ given }) => `From the village: ${caseLine(given, 'en')}`],
  closing: (_, { number }) => `${number}: noted. Nobody will be told who said it.`,
  steps: {
    tense: {
      say: 'How have the two been lately? Anything heard?',
      label: 'How the two are',
      choices: {
        no: { label: 'Calm', hears: ['quiet', 'fine', 'not tense'] },
        yes: { label: 'Still tense', hears: ['tense'] },
        nothing: { label: 'Nothing heard', hears: ['nothing', 'not sure'] },
      },
    },
    words: { say: 'What did you hear or see? Type or speak.', label: 'Heard', skip: 'Nothing more' },
  },
}
