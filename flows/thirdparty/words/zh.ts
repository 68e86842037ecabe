import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { thirdparty } from '../flow.ts'

export const zh: WordsOf<typeof thirdparty> = {
  opening: [({ given }) => `侧面了解：${caseLine(given, 'zh')}`],
  closing: (_, { number }) => `${number}：记下了。不会说是谁讲的。`,
  steps: {
    tense: {
      say: '这两家最近怎么样？有没有听说什么？',
      label: '两家怎么样',
      choices: {
        no: { label: '平静', hears: ['不紧张', '不紧张了', '好了', '没事', '还好'] },
        yes: { label: '还紧张', hears: ['紧张', '不好'] },
        nothing: { label: '没听说什么', hears: ['没听说', '不知道', '不晓得', '不清楚'] },
      },
    },
    words: { say: '听说了什么、看到什么？打字、发语音都行。', label: '听说的', skip: '没有了' },
  },
}
