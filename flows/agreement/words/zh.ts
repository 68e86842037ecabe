import { caseLine } from '../../case.ts'
import { planLines, planSummary } from '../../casework/plan-told.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { agreement } from '../flow.ts'

export const zh: WordsOf<typeof agreement> = {
  opening: [({ given }) => `协议登记：${caseLine(given, 'zh')}`],
  review: '说好的是下面这些，对吗？',
  closing: (_, { agreement: paper, plan }) => [
    `已登记：${paper}。`,
    ...(plan.rounds.length > 0
      ? [['回访安排：', planSummary(plan, 'zh'), ...planLines(plan, 'zh'), '要改就发“计划”。'].join('\n')]
      : []),
  ],
  steps: {
    form: {
      say: '是书面协议，还是口头协议？',
      label: '形式',
      choices: { written: { label: '书面', hears: ['纸质'] }, oral: { label: '口头', hears: ['口头协议'] } },
    },
    duties: {
      say: '说好了哪些事？一件一件来。',
      label: '说好的事',
      another: '还有一件',
      parts: {
        debtor: {
          say: '这件事由谁做？',
          label: '谁做',
          choices: {
            A: { label: '甲方', hears: ['甲'] },
            B: { label: '乙方', hears: ['乙'] },
            both: { label: '双方', hears: ['都要', '两方'] },
            third: { label: '别人（学校、总包等）', hears: ['别人', '第三方'] },
          },
        },
        kind: {
          say: '是哪一种事？',
          label: '种类',
          choices: {
            pay: { label: '付钱', hears: ['付款', '赔钱', '给钱'] },
            remove: { label: '拆除', hears: ['拆', '清走'] },
            return: { label: '归还', hears: ['还东西'] },
            apologise: { label: '道歉', hears: ['赔礼'] },
            stop: { label: '不再做', hears: ['停止', '不做'] },
            boundary: { label: '分界', hears: ['划界'] },
            other: { label: '别的', hears: ['其他'] },
          },
        },
        what: { say: '具体说好了什么？照协议上的话写。', label: '内容' },
        amount: { say: '多少钱？分期就写在一起，比如：分3期，每期2200元，每月20号。', label: '金额' },
        payBy: {
          say: ({ amount }) => (amount?.parts ? '第一期哪天以前付？后面每月同一天。' : '哪天以前付清？'),
          label: '付清期限',
        },
        due: { say: '哪天以前做到？', label: '期限', skip: '一直有效' },
      },
    },
    onTheSpot: {
      say: '是不是当场都做完了？',
      label: '当场履行',
      choices: {
        yes: { label: '都做完了', hears: ['是', '做完了'] },
        no: { label: '还没有', hears: ['否', '没有', '没做完'] },
      },
    },
    signed: {
      say: '双方、调解员都签字了，章也盖了吗？',
      label: '签字盖章',
      choices: {
        yes: { label: '都签了', hears: ['是', '签了'] },
        no: { label: '还没有', hears: ['否', '没有', '没签'] },
      },
    },
    photo: { say: '请发协议的照片。', label: '协议照片', skip: '以后再发' },
  },
}
