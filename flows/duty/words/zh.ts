import { caseLine, type Side } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { duty } from '../flow.ts'

const WHY = { not: '为什么没做？', extended: '为什么要改？', waived: '该得的一方是怎么同意免的？为什么？' }
const SIDES = { A: '甲方', B: '乙方' }
const names = (sides: readonly Side[]) => sides.map((side) => SIDES[side]).join('、')

export const zh: WordsOf<typeof duty> = {
  opening: [({ given }) => `履行登记：${caseLine(given, 'zh')}`],
  closing: (_, { number, left, remainingFen, asked = [], unsigned = [] }) => {
    if (asked.length > 0 || unsigned.length > 0)
      return [
        ...(asked.length > 0 ? [`已经在聊天里问${names(asked)}，都同意了才算改，有结果告诉您。`] : []),
        ...(unsigned.length > 0 ? [`${names(unsigned)}不在聊天里，请当面签字，签了再来登记。`] : []),
      ]
    return left === 0
      ? `记下了。${number}说好的事都做完了。`
      : `记下了。${number}还有${left}件没做完${remainingFen > 0 ? `，还差${moneyText(remainingFen, 'zh')}` : ''}。`
  },
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
    how: {
      say: '改了要双方都同意。怎么确认的？',
      label: '怎么确认',
      choices: {
        paper: { label: '双方签了书面变更', hears: ['书面', '签字了', '双方都签了'] },
        ask: { label: '在聊天里问双方', hears: ['问双方', '聊天里问', '问他们'] },
        signed: { label: '不在聊天里的一方签了', hears: ['补签了', '另一方签了'] },
      },
    },
    newDue: { say: '改到哪天？', label: '新期限' },
    newAmount: { say: '总数要改吗？要改就写一共多少钱。', label: '新金额', skip: '不改' },
    reason: { say: ({ what }) => WHY[what as 'not'] ?? '是什么原因？', label: '原因' },
  },
}
