import { caseLine, wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { uneasy } from '../flow.ts'

export const en: WordsOf<typeof uneasy> = {
  opening: [({ given }) => `Not at ease: ${caseLine(given, 'en')}`],
  closing: ({ given }, { number, level, planDue }) =>
    `${number} is ${levelInfo(level as Level).en} now and comes up at the next meeting. The written plan is due by ${wallClock(planDue, given.offset, 'en')}.`,
  steps: { reason: { say: 'What are you uneasy about?', label: 'Uneasy about' } },
}
