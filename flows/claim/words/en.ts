import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { claim } from '../flow.ts'

export const en: WordsOf<typeof claim> = {
  opening: [],
  closing: ({ given }, { number, contactBy }) =>
    `${number} is yours. Please contact both sides by ${wallClock(contactBy, given.offset, 'en')}, then reply “contact ${number}”.`,
  steps: {},
}
