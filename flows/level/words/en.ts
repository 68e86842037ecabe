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
      say: 'One level up, one down, or not at ease?',
      label: 'Up or down',
      choices: {
        raise: { label: 'One level up', hears: ['up', 'raise'] },
        lower: { label: 'One level down', hears: ['down', 'lower'] },
        uneasy: { label: 'Not at ease', hears: ['uneasy'] },
      },
    },
    reason: {
      say: ({ direction }) =>
        ({
          lower: 'Why may it go down? Calm for how long?',
          raise: 'Why must it go up?',
          uneasy: 'What are you uneasy about?',
        })[direction ?? 'uneasy'],
      label: 'Reason',
    },
  },
}
