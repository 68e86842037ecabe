import { wallClock } from '../../case.ts'
import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestlater } from '../flow.ts'

export const zh: WordsOf<typeof requestlater> = {
  opening: [({ given }) => `说明原因：${requestLine(given, 'zh')}`],
  closing: ({ given }, { number, promisedBy }) =>
    `${number}改到最迟${wallClock(promisedBy, given.offset, 'zh')}答复${given.byHand ? '。请亲口告诉本人' : '，会告诉本人'}。`,
  steps: {
    reason: { say: '为什么要晚一点？这些话会原样告诉本人。', label: '原因' },
    until: { say: '最迟哪天答复？', label: '最迟' },
  },
}
