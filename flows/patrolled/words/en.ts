import { shownText } from '../../casework/patrol-text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { patrolled } from '../flow.ts'

export const en: WordsOf<typeof patrolled> = {
  opening: [],
  closing: ({ given: { villages, offset } }, shown) =>
    shownText(shown, (code) => villages.find(({ id }) => id === code)?.label ?? code, offset, 'en'),
  steps: { which: { say: 'Which round?', label: 'Which' } },
}
