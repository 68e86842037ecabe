import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type * as flows from '../flow.ts'

export const coming: WordsOf<typeof flows.coming> = {
  opening: [],
  closing: ({ given }, { number, at }) =>
    `Noted: ${number}, ${wallClock(at, given.offset, 'en')}, you come. If that changes, reply “cannot come ${number}”.`,
  steps: {},
}

export const cannot: WordsOf<typeof flows.cannot> = {
  opening: [],
  closing: (_, { number }) => `Noted: you cannot come to ${number}. The host is told.`,
  steps: { why: { say: 'Why not? You need not say.', label: 'Why', skip: 'Rather not say' } },
}

export const otherTime: WordsOf<typeof flows.otherTime> = {
  opening: [],
  closing: (_, { number }) =>
    `Noted: you would like another time for ${number}. The host will ask you again.`,
  steps: { when: { say: 'When would suit you?', label: 'When', skip: 'Later' } },
}
