import { warningLines } from '../../casework/warnings/said.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { warnings } from '../flow.ts'

export const zh: WordsOf<typeof warnings> = {
  opening: [],
  closing: (_, { groups }) =>
    groups.length === 0
      ? '现在没有您的预警。'
      : ['您现在的预警：', ...groups.flatMap((group) => warningLines(group, 'zh'))].join('\n'),
  steps: {},
}
