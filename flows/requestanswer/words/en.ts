import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestanswer } from '../flow.ts'

export const en: WordsOf<typeof requestanswer> = {
  opening: [({ given }) => `Answer: ${requestLine(given, 'en')}`],
  closing: ({ told, given }, { number }) =>
    told === 'notyet'
      ? `The answer to ${number} is noted. When they have been told, reply “answer ${number}” again.`
      : `The answer to ${number} is noted${given.byHand ? '' : '; they are told, and asked once whether it is solved'}.`,
  steps: {
    result: {
      say: 'What came of it?',
      label: 'Result',
      choices: {
        done: { label: 'Done, or answered', hears: ['done', 'answered', 'solved'] },
        cannot: { label: 'It cannot be done', hears: ['cannot', 'no'] },
      },
    },
    text: { say: 'What is the answer? They get these very words.', label: 'Answer' },
    told: {
      say: 'They cannot be written to here. Have you told them yourself?',
      label: 'Told',
      choices: {
        solved: { label: 'Yes, and it is solved', hears: ['solved'] },
        told: { label: 'Yes', hears: ['told'] },
        notyet: { label: 'Not yet', hears: ['no', 'not'] },
      },
    },
  },
}
