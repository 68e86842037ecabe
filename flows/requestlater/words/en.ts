import { wallClock } from '../../case.ts'
import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestlater } from '../flow.ts'

export const en: WordsOf<typeof requestlater> = {
  opening: [({ given }) => `Takes longer: ${requestLine(given, 'en')}`],
  closing: ({ given }, { number, promisedBy }) =>
    `${number}: an answer is now owed by ${wallClock(promisedBy, given.offset, 'en')}${given.byHand ? '. Please tell them yourself' : '; they are told'}.`,
  steps: {
    reason: { say: 'Why does it take longer? They get these very words.', label: 'Reason' },
    until: { say: 'By which day at the latest?', label: 'At the latest' },
  },
}
