import { wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { decision } from '../flow.ts'

export const zh: WordsOf<typeof decision> = {
  opening: [
    ({ given: { owed, offset } }) =>
      [
        '研判会定下要您办的：',
        ...owed.map(
          ({ number, level, decision: what, due }) =>
            `${number}（${levelInfo(level).zh}）${wallDay(due, offset, 'zh')}前：${what}`,
        ),
      ].join('\n'),
  ],
  closing: (_, { number }) => `${number}这一条记为办好了。`,
  steps: {
    which: { say: '办好的是哪一条？', label: '哪一条' },
    words: { say: '办得怎么样？一句话；还没办就说“取消”。', label: '办理情况' },
  },
}
