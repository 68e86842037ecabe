import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { workplan } from '../flow.ts'

export const en: WordsOf<typeof workplan> = {
  opening: [
    ({ given }) => `Work plan: ${caseLine(given, 'en')}\nDue by ${wallClock(given.due, given.offset, 'en')}.`,
  ],
  review: 'Is this the plan?',
  closing: (_, { number }) => `The plan for ${number} is kept; the leader will read it.`,
  steps: {
    what: { say: 'What will be done?', label: 'What' },
    who: { say: 'Who will do it?', label: 'Who' },
    until: { say: 'By which day?', label: 'Until' },
  },
}
