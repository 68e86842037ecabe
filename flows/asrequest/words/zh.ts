import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { asrequest } from '../flow.ts'

export const zh: WordsOf<typeof asrequest> = {
  opening: [({ given }) => `转成困难诉求：${caseLine(given, 'zh')}`],
  closing: ({ given }, { request, promisedBy }) =>
    `记下了，困难诉求编号${request}，最迟${wallClock(promisedBy, given.offset, 'zh')}要有答复。`,
  steps: { kind: { say: '是哪一种困难？', label: '困难' } },
}
