import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { move } from '../flow.ts'

export const zh: WordsOf<typeof move> = {
  opening: [({ given }) => `变更状态：${caseLine(given, 'zh')}`],
  closing: (_, { number, state }) => `${number}现在是：${stateName(state as State).zh}。`,
  steps: {
    to: { say: '改成哪一种？', label: '改成' },
    remediesTold: {
      say: '有没有告诉双方还可以找法院、仲裁、政府？',
      label: '告知途径',
      choices: {
        yes: { label: '告诉了', hears: ['是', '说了', '有'] },
        no: { label: '还没有', hears: ['否', '没有', '没说'] },
      },
    },
    bothAgree: {
      say: '双方都同意吗？',
      label: '双方同意',
      choices: {
        yes: { label: '都同意', hears: ['是', '同意'] },
        no: { label: '没有都同意', hears: ['否', '没有', '不同意'] },
      },
    },
    reason: { say: '为什么？', label: '理由' },
  },
}
