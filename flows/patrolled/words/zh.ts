import { shownText } from '../../casework/patrol-text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { patrolled } from '../flow.ts'

export const zh: WordsOf<typeof patrolled> = {
  opening: [],
  closing: ({ given: { villages, offset } }, shown) =>
    shownText(shown, (code) => villages.find(({ id }) => id === code)?.label ?? code, offset, 'zh'),
  steps: { which: { say: '看哪一轮？', label: '哪一轮' } },
}
