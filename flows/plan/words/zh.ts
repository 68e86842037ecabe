import { caseLine } from '../../case.ts'
import { type PlanTold, planLines, planSummary } from '../../casework/plan-told.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { plan } from '../flow.ts'

const shown = (told: PlanTold): string =>
  [planSummary(told, 'zh'), ...planLines(told, 'zh')].filter(Boolean).join('\n')

export const zh: WordsOf<typeof plan> = {
  opening: [
    ({ given }) => `回访计划：${caseLine(given, 'zh')}`,
    ({ given }) => shown(given.plan) || '还没有回访安排。',
  ],
  closing: ({ change }, { number, plan: told }) =>
    change === 'keep' ? `${number}的回访照原计划。` : [`已改，${number}现在的回访安排：\n${shown(told)}`],
  steps: {
    change: {
      say: '要改吗？',
      label: '怎么改',
      choices: {
        keep: { label: '不改', hears: ['照原计划', '不用改', '就这样', '看看'] },
        add: { label: '加一次', hears: ['加', '加访', '多访一次'] },
        move: { label: '改日期', hears: ['改期', '改天', '换一天'] },
        waive: { label: '免一次', hears: ['不访了', '免访'] },
        cut: { label: '只留一次', hears: ['减到一次', '减少'] },
      },
    },
    round: { say: '哪一次？', label: '哪一次' },
    day: { say: '哪一天？', label: '日期' },
    mode: {
      say: '怎么访？',
      label: '方式',
      choices: {
        chat: { label: '聊天问', hears: ['聊天', '微信'] },
        call: { label: '打电话', hears: ['电话'] },
        visit: { label: '上门', hears: ['当面', '见面'] },
      },
    },
    reason: { say: '为什么？', label: '理由' },
  },
}
