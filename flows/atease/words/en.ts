import { caseLine } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { atease } from '../flow.ts'

export const en: WordsOf<typeof atease> = {
  opening: [({ given }) => `At ease again: ${caseLine(given, 'en')}`],
  closing: (_, { number, level }) =>
    `${number} is noted. It stays ${levelInfo(level as Level).en}; to lower it type "level ${number}".`,
  steps: { reason: { say: 'Why are you at ease again?', label: 'Reason' } },
}
