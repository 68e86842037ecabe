import type { WordsOf } from '../../core/flow.ts'
import type { show } from '../flow.ts'

/** The card says the rest. */
export const zh: WordsOf<typeof show> = {
  opening: [],
  closing: (_, { number }) => `${number}现在的情况在卡片上。`,
  steps: {},
}
