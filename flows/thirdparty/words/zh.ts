import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { thirdparty } from '../flow.ts'

export const zh: WordsOf<typeof thirdparty> = {
  opening: [({ given }) => `侧面了解：${caseLine(given, 'zh')}`],
  closing: (_, { number }) => `${number}：记下了。`,
  steps: {
    tense: {
      say: '网格员、村干部看，这两家还紧张吗？',
      label: '还紧张吗',
      choices: {
        yes: { label: '还紧张', hears: ['是', '紧张'] },
        no: { label: '不紧张了', hears: ['否', '不紧张', '没有', '好了'] },
      },
    },
    words: { say: '这两家最近怎么样？有没有听说什么？', label: '听说的' },
  },
}
