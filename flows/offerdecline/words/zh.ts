import type { WordsOf } from '../../core/flow.ts'
import type { offerdecline } from '../flow.ts'

export const zh: WordsOf<typeof offerdecline> = {
  opening: [],
  closing: (_, { number }) => `好，${number}请别人来。`,
  steps: {},
}
