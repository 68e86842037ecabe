import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requesttake } from '../flow.ts'

export const zh: WordsOf<typeof requesttake> = {
  opening: [],
  closing: ({ given }, { number }) =>
    `${number}由您来办。最迟${wallClock(given.promisedBy, given.offset, 'zh')}要有答复；看内容回“看 ${number}”，有结果回“答复 ${number}”。`,
  steps: {},
}
