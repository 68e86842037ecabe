import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { thirdparty } from '../flow.ts'

export const en: WordsOf<typeof thirdparty> = {
  opening: [({ given }) => `From the village: ${caseLine(given, 'en')}`],
  closing: (_, { number }) => `${number}: noted.`,
  steps: {
    tense: {
      say: 'To the grid worker or cadre, are the two still tense?',
      label: 'Still tense',
      choices: {
        yes: { label: 'Still tense', hears: ['yes', 'y'] },
        no: { label: 'Not any more', hears: ['no', 'n'] },
      },
    },
    words: { say: 'How have the two been lately? Anything heard?', label: 'Heard' },
  },
}
