import { wallClock } from '../../case.ts'
import { isRefused } from '../../core/command.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { LeadFiled } from '../commands.ts'
import type { lookout } from '../flow.ts'

function filed(told: LeadFiled, offset: number): string {
  const { number, at, voice, must, urgent } = told
  if (voice) return `语音收到了，编号${number}，会有人听。`
  const emergency = urgent ? '情况急，请马上打110。' : ''
  return must
    ? `这属于必须报告的事，我已转民警。${wallClock(at, offset, 'zh')}，编号${number}。${emergency}`
    : `记下了，编号${number}，民警会看。${emergency}`
}

export const zh: WordsOf<typeof lookout> = {
  opening: [],
  closing: (_told, { what, over, kept, asksOn }) => {
    if (what === 'left') return '好，先不说。想起来随时打“报苗头”。'
    // The next question says it.
    if (asksOn) return ''
    if (over) return '这一轮已经结束，您说的我补记下了。谢谢您。'
    if (what === 'zero') return kept ? '刚才说的苗头还记着。谢谢您。' : '好，记成没有。谢谢您。'
    return '好，谢谢您。'
  },
  quiet: () => '',
  notes: {
    filed: ({ given: { offset } }, told: LeadFiled) => (isRefused(told) ? null : filed(told, offset)),
  },
  steps: {
    meant: {
      say: ({ given: { villageName } }) => `这是${villageName}的苗头吗？是就记下来。`,
      label: '当苗头记',
      choices: {
        yes: { label: '是，记下', hears: ['是', '是的', '对', '记', '嗯', '要得', '好'] },
        no: { label: '不是', hears: ['不', '不记', '不用', '发错了'] },
      },
    },
    news: {
      say: ({ given: { villageName, more } }) =>
        more
          ? `${villageName}还有吗？`
          : `${villageName}这几天有没有什么矛盾苗头？有就说是谁、什么事，打字、发语音都行。`,
      label: '苗头',
      choices: {
        none: {
          label: '没有',
          hears: [
            '没得',
            '没',
            '无',
            '没有了',
            '没得了',
            '没了',
            '就这些',
            '完了',
            '零报告',
            '没有苗头',
            '没事',
            '没得事',
            '一切正常',
            '平安无事',
          ],
        },
      },
    },
    households: { say: '这次走访了几户？', label: '走访户数', skip: '不填' },
  },
}
