import type { WordsOf } from '../../core/flow.ts'
import type { offerdecline } from '../flow.ts'

export const en: WordsOf<typeof offerdecline> = {
  opening: [],
  closing: (_, { number }) => `All right, somebody else is asked for ${number}.`,
  steps: {},
}
