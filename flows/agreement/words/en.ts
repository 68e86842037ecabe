import { caseLine } from '../../case.ts'
import { planLines, planSummary } from '../../casework/plan-told.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { agreement } from '../flow.ts'

export const en: WordsOf<typeof agreement> = {
  opening: [({ given }) => `Agreement: ${caseLine(given, 'en')}`],
  review: 'This is what was agreed. Right?',
  closing: (_, { agreement: paper, plan }) => [
    `Recorded: ${paper}.`,
    ...(plan.rounds.length > 0
      ? [
          [
            'Revisits:',
            planSummary(plan, 'en'),
            ...planLines(plan, 'en'),
            'To change them type "plan".',
          ].join('\n'),
        ]
      : []),
  ],
  steps: {
    form: {
      say: 'Is it written, or by word of mouth?',
      label: 'Form',
      choices: {
        written: { label: 'Written', hears: ['paper'] },
        oral: { label: 'By word of mouth', hears: ['oral'] },
      },
    },
    duties: {
      say: 'What was agreed? One thing after the other.',
      label: 'Agreed',
      another: 'Another thing',
      parts: {
        debtor: {
          say: 'Who is to do it?',
          label: 'Who',
          choices: {
            A: { label: 'Party A', hears: ['a'] },
            B: { label: 'Party B', hears: ['b'] },
            both: { label: 'Both', hears: ['both sides'] },
            third: { label: 'Somebody else (school, main contractor)', hears: ['somebody else', 'third'] },
          },
        },
        kind: {
          say: 'What kind of thing is it?',
          label: 'Kind',
          choices: {
            pay: { label: 'Pay', hears: ['payment'] },
            remove: { label: 'Remove', hears: ['take down'] },
            return: { label: 'Give back', hears: ['return'] },
            apologise: { label: 'Apologise', hears: ['apologize', 'apology'] },
            stop: { label: 'Not do it again', hears: ['stop doing it'] },
            boundary: { label: 'Mark a boundary', hears: ['boundary'] },
            other: { label: 'Something else', hears: ['other'] },
          },
        },
        what: { say: 'What exactly? In the words of the agreement.', label: 'What' },
        amount: {
          say: 'How much? Instalments go in one line: 3 instalments, 2200 yuan each, on the 20th.',
          label: 'Sum',
        },
        payBy: {
          say: ({ amount }) =>
            amount?.parts
              ? 'By which day is the first paid? The others follow on the same day of each month.'
              : 'By which day is it paid in full?',
          label: 'Paid by',
        },
        due: { say: 'By which day?', label: 'By', skip: 'It lasts' },
      },
    },
    onTheSpot: {
      say: 'Was everything done on the spot?',
      label: 'Done on the spot',
      choices: {
        yes: { label: 'All of it', hears: ['yes', 'y'] },
        no: { label: 'Not yet', hears: ['no', 'n'] },
      },
    },
    signed: {
      say: 'Did both sides and the mediator sign, and is it sealed?',
      label: 'Signed and sealed',
      choices: {
        yes: { label: 'All signed', hears: ['yes', 'y'] },
        no: { label: 'Not yet', hears: ['no', 'n'] },
      },
    },
    photo: { say: 'Please send a photo of the agreement.', label: 'Photo', skip: 'Later' },
  },
}
