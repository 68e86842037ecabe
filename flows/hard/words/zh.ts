import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { hard } from '../flow.ts'

export const zh: WordsOf<typeof hard> = {
  opening: [({ given }) => `难案：${caseLine(given, 'zh')}`],
  closing: (_, { number }) => `${number}记为难案。建议请镇上、村上一起调解。`,
  steps: { reason: { say: '难在哪里？', label: '理由' } },
}
