import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestpass } from '../flow.ts'

export const en: WordsOf<typeof requestpass> = {
  opening: [({ given }) => `Pass on: ${requestLine(given, 'en')}`],
  closing: ({ unit, told, given }, { number }) =>
    told === 'notyet'
      ? `${number} is passed on to ${unit}. Please tell them, and then reply “answer ${number}”.`
      : `${number} is passed on to ${unit}${given.byHand ? '' : '; they are told'}.`,
  steps: {
    unit: { say: 'To which body?', label: 'Body' },
    text: {
      say: 'What should they know? Such as whom to see, what to bring, which number to call.',
      label: 'They are told',
      skip: 'Nothing more',
    },
    told: {
      say: 'They cannot be written to here. Have you told them yourself?',
      label: 'Told',
      choices: {
        told: { label: 'Yes', hears: ['told'] },
        notyet: { label: 'Not yet', hears: ['no', 'not'] },
      },
    },
  },
}
