import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { hard } from '../flow.ts'

export const en: WordsOf<typeof hard> = {
  opening: [({ given }) => `Hard case: ${caseLine(given, 'en')}`],
  closing: (_, { number }) =>
    `${number} is marked as hard. Better to mediate it together with township and village.`,
  steps: { reason: { say: 'What makes it hard?', label: 'Reason' } },
}
