import type { WordsOf } from '../../core/flow.ts'
import type { requestcase } from '../flow.ts'

export const en: WordsOf<typeof requestcase> = {
  opening: [],
  closing: (_, result) => `${result.number} has become case ${result.case}. Nobody has to tell it again.`,
  steps: {},
}
