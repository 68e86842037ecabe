import { caseLine } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { level } from '../flow.ts'

export const en: WordsOf<typeof level> = {
  opening: [({ given }) => `Level: ${caseLine(given, 'en')}`],
  closing: (_, result) => `${result.number} is now ${levelInfo(result.level as Level).en}.`,
  steps: {
    direction: {
      say: 'One level up, or down?',
      label: 'Up or down',
      choices: {
        raise: { label: 'One level up', hears: ['up', 'raise', 'uneasy'] },
        lower: { label: 'One level down', hears: ['down', 'lower'] },
      },
    },
    reason: {
      say: ({ direction }) =>
        direction === 'lower' ? 'Why may it go down? Calm for how long?' : 'What are you uneasy about?',
      label: 'Reason',
    },
  },
}
