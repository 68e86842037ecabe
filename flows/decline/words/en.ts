import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { decline } from '../flow.ts'

export const en: WordsOf<typeof decline> = {
  opening: [({ given }) => `Hand back: ${caseLine(given, 'en')}`],
  closing: (_, { number }) => `${number} went back to the responsible leader, who assigns it again.`,
  steps: {
    reason: {
      say: 'Why do you hand it back? Such as a conflict of interest, leave, another area.',
      label: 'Reason',
    },
  },
}
