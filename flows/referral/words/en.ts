import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { referral } from '../flow.ts'

export const en: WordsOf<typeof referral> = {
  opening: [({ given }) => `Refer: ${caseLine(given, 'en')}`],
  review: 'This is what will be passed on. Right?',
  closing: (_, { number }) => `${number} is referred. The reporter will be told whom to ask.`,
  steps: {
    toUnit: { say: 'To which body?', label: 'Body' },
    toPerson: { say: 'Who receives it there?', label: 'Receiver' },
    phone: { say: 'Their phone?', label: 'Phone', skip: 'Not known' },
    reason: { say: 'Why is it passed on?', label: 'Reason' },
    due: { say: 'By which day?', label: 'By' },
  },
}
