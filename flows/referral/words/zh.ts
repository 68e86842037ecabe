import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { referral } from '../flow.ts'

export const zh: WordsOf<typeof referral> = {
  opening: [({ given }) => `移交：${caseLine(given, 'zh')}`],
  review: '移交的内容是下面这些，对吗？',
  closing: (_, { number }) =>
    `${number}已移交。会告诉反映人找谁、哪天前有回音。收到回执、退回、有结果，请回“回执 ${number}”。`,
  steps: {
    toUnit: {
      say: ({ given }) =>
        (given.units ?? []).length > 0 ? '移交给哪个单位？选一个，或者自己写。' : '移交给哪个单位？',
      label: '接收单位',
    },
    toPerson: { say: '那边谁接收？', label: '接收人' },
    phone: { say: '电话是多少？', label: '电话', skip: '不知道' },
    reason: { say: '为什么移交？', label: '理由' },
    basis: { say: '依据哪一条？可以自己写。', label: '依据', skip: '不写' },
    materials: {
      say: '带哪些材料过去？可以选几样。',
      label: '材料',
      skip: '不带',
      choices: {
        report: { label: '反映情况', hears: ['反映内容', '登记表'] },
        evidence: { label: '照片、证据', hears: ['照片', '证据'] },
        record: { label: '调解记录', hears: ['笔录'] },
        agreement: { label: '协议', hears: ['协议书'] },
        medical: { label: '诊断、鉴定', hears: ['诊断', '鉴定'] },
        other: { label: '别的', hears: ['其他'] },
      },
    },
    files: { say: '带哪几个文件？', label: '文件', skip: '先不带' },
    more: { say: '还带什么？', label: '别的材料' },
    due: { say: '要在哪天以前办？', label: '时限' },
  },
}
