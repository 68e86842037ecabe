import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { offer } from '../flow.ts'

export const en: WordsOf<typeof offer> = {
  opening: [],
  closing: ({ given }, { number, officer, contactBy }) =>
    `${number} is yours to mediate; the responsible officer is ${officer}. Please contact both sides by ${wallClock(contactBy, given.offset, 'en')}, then reply “contact ${number}”.`,
  steps: {},
}
