import type { WordsOf } from '../../core/flow.ts'
import type { add } from '../flow.ts'

export const en: WordsOf<typeof add> = {
  opening: [],
  closing: (_, { number }) =>
    `Added to number ${number}; the officer handling it will see it. In an emergency call 110.`,
  steps: {
    which: { say: 'Which matter is it about?', label: 'Which matter' },
    story: { say: 'Go ahead: text, voice or photos.', label: 'Added' },
  },
}
