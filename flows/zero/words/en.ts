import type { WordsOf } from '../../core/flow.ts'
import type { zero } from '../flow.ts'

export const en: WordsOf<typeof zero> = {
  opening: [],
  closing: ({ given }, { over, kept }) =>
    over
      ? 'This round is over; I have noted what you said all the same. Thank you.'
      : kept
        ? 'What you told of before still stands. Thank you.'
        : `Noted: nothing in ${given.villageNames.join(', ')}. Thank you.`,
  quiet: () => '',
  notes: { noted: () => 'Noted: nothing.' },
  steps: {
    households: { say: 'How many households were visited?', label: 'Households', skip: 'Leave open' },
  },
}
