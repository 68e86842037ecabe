import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { referral } from '../flow.ts'

export const zh: WordsOf<typeof referral> = {
  opening: [({ given }) => `移交：${caseLine(given, 'zh')}`],
  review: '移交的内容是下面这些，对吗？',
  closing: (_, { number }) => `${number}已移交。会告诉反映人该找谁。`,
  steps: {
    toUnit: { say: '移交给哪个单位？', label: '接收单位' },
    toPerson: { say: '那边谁接收？', label: '接收人' },
    phone: { say: '电话是多少？', label: '电话', skip: '不知道' },
    reason: { say: '为什么移交？', label: '理由' },
    due: { say: '要在哪天以前办？', label: '时限' },
  },
}
