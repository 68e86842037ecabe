import { caseLine } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { duty } from '../flow.ts'

const WHY = { not: '为什么没做？', extended: '为什么展期？双方都同意了吗？', waived: '为什么免了？' }

export const zh: WordsOf<typeof duty> = {
  opening: [({ given }) => `履行登记：${caseLine(given, 'zh')}`],
  closing: (_, { number, left, remainingFen }) =>
    left === 0
      ? `记下了。${number}说好的事都做完了。`
      : `记下了。${number}还有${left}件没做完${remainingFen > 0 ? `，还差${moneyText(remainingFen, 'zh')}` : ''}。`,
  steps: {
    duty: { say: '哪一件事？', label: '哪一件' },
    what: {
      say: '现在怎么样？',
      label: '情况',
      choices: {
        done: { label: '做到了', hears: ['做完了', '履行了'] },
        part: { label: '做了一部分', hears: ['一部分', '部分'] },
        not: { label: '没做', hears: ['没有', '没做到'] },
        extended: { label: '展期', hears: ['延期'] },
        waived: { label: '不用做了', hears: ['免了', '豁免'] },
      },
    },
    amount: { say: '这次给了多少钱？', label: '金额' },
    proof: {
      say: '凭什么算做到了？只有自己说的不算。',
      label: '凭证',
      choices: {
        receipt: { label: '收条', hears: ['收据'] },
        transfer: { label: '转账记录', hears: ['转账', '汇款单'] },
        creditor: { label: '对方确认', hears: ['对方说的', '对方认可'] },
        seen: { label: '民警看到', hears: ['看到了', '现场看到'] },
      },
    },
    evidence: { say: '有收条、照片就发来。', label: '照片', skip: '没有' },
    newDue: { say: '改到哪天？', label: '新期限' },
    reason: { say: ({ what }) => WHY[what as 'not'] ?? '是什么原因？', label: '原因' },
  },
}
