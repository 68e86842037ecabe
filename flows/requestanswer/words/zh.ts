import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestanswer } from '../flow.ts'

export const zh: WordsOf<typeof requestanswer> = {
  opening: [({ given }) => `答复：${requestLine(given, 'zh')}`],
  closing: ({ told, given }, { number }) =>
    told === 'notyet'
      ? `${number}的答复记下了。告诉本人以后，请再回“答复 ${number}”。`
      : `${number}的答复记下了${given.byHand ? '' : '，会告诉本人，再问一句解决了没有'}。`,
  steps: {
    result: {
      say: '结果怎么样？',
      label: '结果',
      choices: {
        done: { label: '办了、有答复', hears: ['办了', '办好了', '解决了', '有结果'] },
        cannot: { label: '办不了', hears: ['不能办', '办不成'] },
      },
    },
    text: { say: '怎么答复？这些话会原样告诉本人。', label: '答复' },
    told: {
      say: '本人不方便在这里收消息。您亲口告诉了吗？',
      label: '告诉本人',
      choices: {
        solved: { label: '告诉了，已解决', hears: ['已解决', '解决了'] },
        told: { label: '告诉了', hears: ['说了', '告诉过了'] },
        notyet: { label: '还没有', hears: ['没有', '没'] },
      },
    },
  },
}
