import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { contact } from '../flow.ts'

const side = { A: 'party A', B: 'party B' }

export const en: WordsOf<typeof contact> = {
  opening: [({ given }) => `Contact: ${caseLine(given, 'en')}`],
  review: 'This is what will be recorded. Right?',
  closing: (_, { number, joins }) => [
    `The contact on ${number} is recorded.`,
    ...joins.map(
      ({ side: of, url, telegram }) =>
        `For ${side[of]}, to answer here from now on (works once): ${url}${telegram ? `\nOn Telegram: ${telegram}` : ''}`,
    ),
  ],
  steps: {
    side: {
      say: 'Which side did you talk to?',
      label: 'Side',
      choices: {
        A: { label: 'Party A', hears: ['a'] },
        B: { label: 'Party B', hears: ['b'] },
        both: { label: 'Both', hears: ['both sides'] },
      },
    },
    how: {
      say: 'How?',
      label: 'How',
      choices: {
        phone: { label: 'By phone', hears: ['phone', 'call'] },
        visit: { label: 'At their home', hears: ['visit', 'home'] },
        station: { label: 'At the station', hears: ['station'] },
      },
    },
    rightsRead: {
      say: 'Were rights and duties read out?',
      label: 'Rights read',
      choices: { yes: { label: 'Yes', hears: ['y'] }, no: { label: 'Not yet', hears: ['no', 'n'] } },
    },
    willing: {
      say: 'Are they willing to sit down and talk?',
      label: 'Willing',
      skip: 'Not asked',
      choices: {
        yes: { label: 'Yes', hears: ['y', 'willing'] },
        no: { label: 'No', hears: ['n', 'not willing'] },
        thinking: { label: 'Thinking about it', hears: ['thinking', 'maybe'] },
      },
    },
    otherName: { say: "Did you learn the other side's name?", label: 'Other side', skip: 'Not known' },
    otherPhone: { say: "Did you learn the other side's phone?", label: 'Their phone', skip: 'Not known' },
    note: { say: 'Anything else to record?', label: 'Note', skip: 'Nothing' },
  },
}
