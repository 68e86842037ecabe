import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { asrequest } from '../flow.ts'

export const en: WordsOf<typeof asrequest> = {
  opening: [({ given }) => `A difficulty, not a dispute: ${caseLine(given, 'en')}`],
  closing: ({ given }, { request, promisedBy }) =>
    `Noted as difficulty ${request}; an answer is owed by ${wallClock(promisedBy, given.offset, 'en')}.`,
  steps: { kind: { say: 'What kind of difficulty?', label: 'Difficulty' } },
}
