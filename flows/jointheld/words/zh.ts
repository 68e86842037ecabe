import { caseLine, wallClock } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { jointheld } from '../flow.ts'

export const zh: WordsOf<typeof jointheld> = {
  opening: [
    ({ given }) => `联调记录：${caseLine(given, 'zh')}`,
    ({ given }) => `${wallClock(given.at, given.offset, 'zh')}的联合调解。`,
  ],
  review: '记的是下面这些，对吗？',
  closing: ({ result }, { number, state, threeForce }) => {
    const counted = threeForce ? '算一次三调联动。' : '警力、干部、民力没有到齐，不算三调联动。'
    if (result === 'agreed') return `记下了，${counted}请回“协议 ${number}”登记说好的每一件事。`
    if (result === undefined) return `记下了，没有谈成。要再约，回“联调 ${number}”。`
    return `记下了，${counted}${number}现在是：${stateName(state as State).zh}。`
  },
  steps: {
    came: { say: '请的人里，谁来了？可以选几个。', label: '来的人', skip: '都没来' },
    sides: {
      say: '双方来了吗？',
      label: '当事人',
      choices: {
        both: { label: '双方都来了', hears: ['都来了', '双方'] },
        A: { label: '只来了甲方', hears: ['甲方'] },
        B: { label: '只来了乙方', hears: ['乙方'] },
        none: { label: '都没来', hears: ['没来'] },
      },
    },
    result: {
      say: '谈得怎么样？',
      label: '结果',
      choices: {
        agreed: { label: '谈成了', hears: ['成功', '达成协议', '成了'] },
        again: { label: '改天再谈', hears: ['再谈', '下次再谈'] },
        failed: { label: '没谈成', hears: ['失败', '没成'] },
      },
    },
    summary: { say: '简单说说经过。', label: '经过' },
    reason: { say: '分歧在哪里？', label: '分歧' },
    remediesTold: {
      say: '有没有告诉双方还可以找法院、仲裁、政府？',
      label: '告知途径',
      choices: {
        yes: { label: '告诉了', hears: ['是', '说了', '有'] },
        no: { label: '还没有', hears: ['否', '没有', '没说'] },
      },
    },
    note: { say: '要写一句吗？', label: '说明', skip: '不写' },
    photos: { say: '有照片、笔录就发来。', label: '照片', skip: '没有' },
  },
}
