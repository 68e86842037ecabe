import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requesttake } from '../flow.ts'

export const en: WordsOf<typeof requesttake> = {
  opening: [],
  closing: ({ given }, { number }) =>
    `${number} is yours. An answer is owed by ${wallClock(given.promisedBy, given.offset, 'en')}. Reply “show ${number}” to read it, “answer ${number}” when there is a result.`,
  steps: {},
}
