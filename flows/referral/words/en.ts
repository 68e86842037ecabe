import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { referral } from '../flow.ts'

export const en: WordsOf<typeof referral> = {
  opening: [({ given }) => `Refer: ${caseLine(given, 'en')}`],
  review: 'This is what will be passed on. Right?',
  closing: (_, { number }) =>
    `${number} is referred. The reporter will be told whom to ask and by when to expect something. When it is received, sent back or settled, please reply “receipt ${number}”.`,
  steps: {
    toUnit: {
      say: ({ given }) =>
        (given.units ?? []).length > 0 ? 'To which body? Choose one, or write it.' : 'To which body?',
      label: 'Body',
    },
    toPerson: { say: 'Who receives it there?', label: 'Receiver' },
    phone: { say: 'Their phone?', label: 'Phone', skip: 'Not known' },
    reason: { say: 'Why is it passed on?', label: 'Reason' },
    basis: { say: 'By which article? You may write it yourself.', label: 'Basis', skip: 'Leave out' },
    materials: {
      say: 'What goes along? You may choose several.',
      label: 'Materials',
      skip: 'Nothing',
      choices: {
        report: { label: 'What was reported', hears: ['report'] },
        evidence: { label: 'Photos, evidence', hears: ['photos', 'evidence'] },
        record: { label: 'Record of mediation', hears: ['record'] },
        agreement: { label: 'Agreement', hears: ['the agreement'] },
        medical: { label: 'Medical or expert finding', hears: ['medical'] },
        other: { label: 'Something else', hears: ['other'] },
      },
    },
    files: { say: 'Which files?', label: 'Files', skip: 'None yet' },
    more: { say: 'What else goes along?', label: 'Also' },
    due: { say: 'By which day?', label: 'By' },
  },
}
