import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { decline } from '../flow.ts'

export const zh: WordsOf<typeof decline> = {
  opening: [({ given }) => `转派：${caseLine(given, 'zh')}`],
  closing: (_, { number }) => `${number}已退回责任领导，由领导另派。`,
  steps: {
    reason: { say: '为什么转派？比如回避、休假、不在辖区。', label: '转派理由' },
  },
}
