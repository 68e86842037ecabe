import { warningLines } from '../../casework/warnings/said.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { warnings } from '../flow.ts'

export const en: WordsOf<typeof warnings> = {
  opening: [],
  closing: (_, { groups }) =>
    groups.length === 0
      ? 'No warning stands for you now.'
      : ['Your warnings now:', ...groups.flatMap((group) => warningLines(group, 'en'))].join('\n'),
  steps: {},
}
