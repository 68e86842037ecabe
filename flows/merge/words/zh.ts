import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { merge } from '../flow.ts'

export const zh: WordsOf<typeof merge> = {
  opening: [({ given }) => `并案：${caseLine(given, 'zh')}`],
  closing: (_, { number, other, decision }) =>
    ({
      same: `${number}并入${other}，一起办。两个编号都查得到，弄错了可以撤回（流转 ${number}）。`,
      different: `记下了：${number}和${other}不是同一件。`,
      unsure: `先放着，${number}照常办。`,
    })[decision],
  steps: {
    which: {
      say: '可能和哪一件是同一件事？',
      label: '哪一件',
      choices: { other: { label: '别的，我打编号', hears: ['别的', '其他'] } },
    },
    number: { say: '那一件的编号是？', label: '编号' },
    decision: {
      say: '是同一件事吗？拿不准可以先问问当事人。',
      label: '是不是',
      choices: {
        same: { label: '是同一件，并进去', hears: ['是', '同一件', '并'] },
        different: { label: '不是', hears: ['不是同一件', '不同'] },
        unsure: { label: '拿不准', hears: ['不清楚', '不知道', '再看看'] },
      },
    },
    reason: { say: '怎么看出来的？写一句。', label: '理由' },
  },
}
