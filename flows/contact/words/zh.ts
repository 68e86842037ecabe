import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { contact } from '../flow.ts'

const side = { A: '甲方', B: '乙方' }

export const zh: WordsOf<typeof contact> = {
  opening: [({ given }) => `联系记录：${caseLine(given, 'zh')}`],
  review: '记的是下面这些，对吗？',
  closing: (_, { number, joins }) => [
    `${number}的联系已记录。`,
    ...joins.map(
      ({ side: of, url, telegram }) =>
        `请${side[of]}打开这个链接，以后可以在这里回话（只能用一次）：${url}${telegram ? `\n用Telegram的打开：${telegram}` : ''}`,
    ),
  ],
  steps: {
    side: {
      say: '联系了哪一方？',
      label: '哪一方',
      choices: {
        A: { label: '甲方', hears: ['甲'] },
        B: { label: '乙方', hears: ['乙'] },
        both: { label: '双方', hears: ['两方', '都联系了', '甲乙'] },
      },
    },
    how: {
      say: '怎么联系的？',
      label: '方式',
      choices: {
        phone: { label: '打电话', hears: ['电话'] },
        visit: { label: '上门', hears: ['走访', '见面'] },
        station: { label: '来所里', hears: ['所里', '到所'] },
      },
    },
    rightsRead: {
      say: '权利义务念给他们听了吗？',
      label: '告知权利',
      choices: {
        yes: { label: '念了', hears: ['是', '告知了', '说了'] },
        no: { label: '还没有', hears: ['否', '没有', '没念'] },
      },
    },
    willing: {
      say: '愿意坐下来谈吗？',
      label: '是否愿意',
      skip: '没问',
      choices: {
        yes: { label: '愿意', hears: ['同意', '可以'] },
        no: { label: '不愿意', hears: ['不同意', '不谈'] },
        thinking: { label: '再想想', hears: ['想想', '考虑'] },
      },
    },
    otherName: { say: '知道了另一方的名字吗？', label: '另一方姓名', skip: '不知道' },
    otherPhone: { say: '知道了另一方的电话吗？', label: '另一方电话', skip: '不知道' },
    note: { say: '还要记什么？', label: '备注', skip: '没有' },
  },
}
