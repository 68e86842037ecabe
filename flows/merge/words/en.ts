import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { merge } from '../flow.ts'

export const en: WordsOf<typeof merge> = {
  opening: [({ given }) => `Merge: ${caseLine(given, 'en')}`],
  closing: (_, { number, other, decision }) =>
    ({
      same: `${number} now belongs to ${other}. Both numbers can be looked up, and a mistake can be undone (move ${number}).`,
      different: `Noted: ${number} and ${other} are different matters.`,
      unsure: `Left as it is; ${number} goes on as usual.`,
    })[decision],
  steps: {
    which: {
      say: 'Which case may it be the same as?',
      label: 'Which',
      choices: { other: { label: 'Another, I type its number', hears: ['another', 'other'] } },
    },
    number: { say: 'What is the number of that case?', label: 'Number' },
    decision: {
      say: 'Is it the same matter? If in doubt, ask those concerned first.',
      label: 'The same',
      choices: {
        same: { label: 'The same: merge it', hears: ['same', 'yes'] },
        different: { label: 'No', hears: ['different', 'not the same'] },
        unsure: { label: 'Not sure', hears: ['unsure', 'later'] },
      },
    },
    reason: { say: 'What shows it? One sentence.', label: 'Reason' },
  },
}
