import { wallDay } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { supplement } from '../flow.ts'

export const zh: WordsOf<typeof supplement> = {
  opening: [({ given }) => `您好，这里是${given.station.name}。`],
  closing: ({ agree }) =>
    agree === 'yes'
      ? '记下了。双方都同意才算改，改好了会告诉您；没告诉您，就还按原来说好的办。'
      : '记下了，还按原来说好的办。',
  steps: {
    agree: {
      say: ({ given: { what, due, fen, offset } }) =>
        `说好的改成：${what}，${wallDay(due, offset, 'zh')}前${fen === null ? '' : `，一共${moneyText(fen, 'zh')}`}。您同意吗？`,
      label: '同意变更',
      choices: {
        yes: { label: '同意', hears: ['是', '可以', '要得', '愿意', '好', '行'] },
        no: { label: '不同意', hears: ['否', '不可以', '要不得', '不愿意', '不行', '不好'] },
      },
    },
  },
}
