import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { calm } from '../flow.ts'

export const zh: WordsOf<typeof calm> = {
  opening: [({ given }) => `险情解除：${caseLine(given, 'zh')}`],
  review: '记的是下面这些，对吗？',
  closing: (_, { number, state }) => `险情已解除。${number}现在是：${stateName(state as State).zh}。`,
  steps: {
    injured: {
      say: '有人受伤吗？',
      label: '受伤',
      choices: {
        none: { label: '没有', hears: ['没有人受伤', '没得'] },
        minor: { label: '轻伤', hears: ['轻微伤'] },
        serious: { label: '送医院了', hears: ['重伤', '要去医院'] },
      },
    },
    done: { say: '怎么处置的？人分开了吗？', label: '处置结果' },
  },
}
