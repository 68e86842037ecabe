import { caseLine, wallDay } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { receipt } from '../flow.ts'

export const zh: WordsOf<typeof receipt> = {
  opening: [
    ({ given }) => `移交回执：${caseLine(given, 'zh')}`,
    ({ given }) => `交给了${given.unit}，${wallDay(given.due, given.offset, 'zh')}前要有结果。`,
  ],
  review: '记的是下面这些，对吗？',
  closing: ({ what, next, given }, { number, state }) => {
    if (what === 'taken') return `记下了。到期没有结果，我会提醒您。`
    if (what === 'returned') return `${number}收回来了，请重新研判。会告诉反映人：我们接着办。`
    const leader = (next ?? given.next[0]) === 'leader'
    return leader
      ? `记下了，已请责任领导结案。`
      : `记下了。${number}现在是：${stateName(state as State).zh}。`
  },
  steps: {
    what: {
      say: '那边怎么说？',
      label: '回执',
      choices: {
        taken: { label: '收到了', hears: ['接收了', '签收了', '受理了'] },
        returned: { label: '退回来了', hears: ['退回', '不收'] },
        finished: { label: '有结果了', hears: ['办完了', '办结', '处理完了'] },
      },
    },
    day: { say: '哪天收到的？', label: '收到日期' },
    who: { say: '谁收的？', label: '谁收的', skip: '就是移交时写的人' },
    words: {
      say: ({ what }) => (what === 'returned' ? '为什么退回来？' : '结果是什么？'),
      label: '说明',
    },
    told: {
      say: '写一句话告诉反映人结果，简单明白，不写别人的事。',
      label: '告诉反映人的话',
    },
    next: {
      say: '接下来怎么办？',
      label: '下一步',
      choices: {
        close: { label: '结案', hears: ['可以结案'] },
        watch: { label: '本所接着回访', hears: ['回访', '跟踪'] },
        leader: { label: '请责任领导结案', hears: ['领导结案'] },
      },
    },
  },
}
