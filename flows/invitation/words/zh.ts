import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type * as flows from '../flow.ts'

export const coming: WordsOf<typeof flows.coming> = {
  opening: [],
  closing: ({ given }, { number, at }) =>
    `记下了：${number}，${wallClock(at, given.offset, 'zh')}，您来。有变化回“来不了 ${number}”。`,
  steps: {},
}

export const cannot: WordsOf<typeof flows.cannot> = {
  opening: [],
  closing: (_, { number }) => `记下了：${number}您来不了。已经告诉主持人。`,
  steps: { why: { say: '为什么来不了？不想说可以不说。', label: '原因', skip: '不说' } },
}

export const otherTime: WordsOf<typeof flows.otherTime> = {
  opening: [],
  closing: (_, { number }) => `记下了：${number}您想换时间。主持人定了会再问您。`,
  steps: { when: { say: '什么时候方便？', label: '方便的时间', skip: '再说' } },
}
