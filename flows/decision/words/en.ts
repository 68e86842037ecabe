import { wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { decision } from '../flow.ts'

export const en: WordsOf<typeof decision> = {
  opening: [
    ({ given: { owed, offset } }) =>
      [
        'A meeting decided that you do this:',
        ...owed.map(
          ({ number, level, decision: what, due }) =>
            `${number} (${levelInfo(level).en}) by ${wallDay(due, offset, 'en')}: ${what}`,
        ),
      ].join('\n'),
  ],
  closing: (_, { number }) => `This is noted as done for ${number}.`,
  steps: {
    which: { say: 'Which of them is done?', label: 'Which' },
    words: { say: 'How was it done? One sentence; if it is not done yet, say "cancel".', label: 'How' },
  },
}
