import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestsolved } from '../flow.ts'

export const zh: WordsOf<typeof requestsolved> = {
  opening: [],
  closing: ({ given, solved }, { promisedBy }) =>
    solved === 'yes'
      ? '好，谢谢您告诉我们。有事随时说。'
      : promisedBy === null
        ? '知道了。我请所里领导再看看。'
        : `知道了，我们再办。最迟${wallClock(promisedBy, given.offset, 'zh')}给您答复。`,
  steps: {
    solved: {
      say: ({ given }) => `您的困难（${given.number}）解决了吗？`,
      label: '解决了吗',
      choices: {
        yes: { label: '解决了', hears: ['是', '是的', '好了', '嗯', '要得', '解决', '可以了'] },
        no: { label: '没解决', hears: ['不', '没有', '没得', '没', '还没有', '没有解决', '不行'] },
      },
    },
  },
}
