import type { WordsOf } from '../../core/flow.ts'
import type { show } from '../flow.ts'

/** The card says the rest. */
export const en: WordsOf<typeof show> = {
  opening: [],
  closing: (_, { number }) => `The card shows how ${number} stands.`,
  steps: {},
}
