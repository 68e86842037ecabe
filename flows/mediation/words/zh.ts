import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { mediation } from '../flow.ts'

const WHY = { failed: '分歧在哪里？', ended: '为什么终止？', paused: '为什么中止？' }

export const zh: WordsOf<typeof mediation> = {
  opening: [({ given }) => `调解记录：${caseLine(given, 'zh')}`],
  review: '记的是下面这些，对吗？',
  closing: ({ result }, { number, state }) =>
    result === 'agreed'
      ? `记下了。请回“协议 ${number}”登记说好的每一件事。`
      : `记下了。${number}现在是：${stateName(state as State).zh}。`,
  steps: {
    result: {
      say: '谈得怎么样？',
      label: '结果',
      choices: {
        agreed: { label: '谈成了', hears: ['成功', '达成协议', '成了'] },
        again: { label: '改天再谈', hears: ['再谈', '下次再谈'] },
        failed: { label: '没谈成', hears: ['失败', '没成'] },
        ended: { label: '终止', hears: ['不谈了'] },
        paused: { label: '中止', hears: ['暂停', '等一等'] },
      },
    },
    summary: { say: '简单说说经过。', label: '经过' },
    reason: { say: ({ result }) => WHY[result as 'failed'] ?? '是什么原因？', label: '原因' },
    resumeOn: { say: '哪天接着谈？', label: '复期日' },
    remediesTold: {
      say: '有没有告诉双方还可以找法院、仲裁、政府？',
      label: '告知途径',
      choices: {
        yes: { label: '告诉了', hears: ['是', '说了', '有'] },
        no: { label: '还没有', hears: ['否', '没有', '没说'] },
      },
    },
    helpers: { say: '还有谁参加了？可以选几个。', label: '参加的人', skip: '没有别人' },
    place: { say: '在哪里谈的？', label: '地点', skip: '不写' },
    photos: { say: '有照片、笔录就发来。', label: '照片', skip: '没有' },
  },
}
