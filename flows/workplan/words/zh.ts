import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { workplan } from '../flow.ts'

export const zh: WordsOf<typeof workplan> = {
  opening: [
    ({ given }) =>
      `写对策：${caseLine(given, 'zh')}\n要在${wallClock(given.due, given.offset, 'zh')}前写好。`,
  ],
  review: '对策就这样写，可以吗？',
  closing: (_, { number }) => `${number}的对策记下了，责任领导会看。`,
  steps: {
    what: { say: '打算怎么做？', label: '怎么做' },
    who: { say: '谁来做？', label: '谁来做' },
    until: { say: '哪天前做完？', label: '期限' },
  },
}
