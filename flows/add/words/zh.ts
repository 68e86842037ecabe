import type { WordsOf } from '../../core/flow.ts'
import type { add } from '../flow.ts'

export const zh: WordsOf<typeof add> = {
  opening: [],
  closing: (_, { number }) => `补进编号${number}了，办这件事的民警会看到。急事打110。`,
  steps: {
    which: { say: '补充的是哪一件？', label: '哪一件' },
    story: { say: '您说，打字、语音、照片都行。', label: '补充' },
  },
}
