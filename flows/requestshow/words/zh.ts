import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestshow } from '../flow.ts'

const STATES: { readonly [state: string]: string } = {
  open: '还没有人接',
  taken: '正在办',
  solved: '已解决',
  answered: '已答复',
  'passed-on': '已转交',
  declined: '已说明办不了',
}

export const zh: WordsOf<typeof requestshow> = {
  opening: [],
  closing: (_, shown) =>
    [
      [shown.number, shown.kind.zh, shown.village, STATES[shown.state] ?? shown.state]
        .filter(Boolean)
        .join('｜'),
      shown.words,
      ...(shown.files > 0 ? [`（还有${shown.files}个语音或图片，请在工作页面打开）`] : []),
      [shown.name && `称呼：${shown.name}`, shown.phone && `电话：${shown.phone}`].filter(Boolean).join('　'),
      `最迟答复：${wallClock(shown.promisedBy, shown.offset, 'zh')}${shown.owner ? `｜经办：${shown.owner}` : ''}`,
    ]
      .filter(Boolean)
      .join('\n'),
  steps: {},
}
