import type { WordsOf } from '../../core/flow.ts'
import type { requestcase } from '../flow.ts'

export const zh: WordsOf<typeof requestcase> = {
  opening: [],
  closing: (_, result) => `${result.number}转成了纠纷，编号${result.case}。本人不用再说一遍。`,
  steps: {},
}
