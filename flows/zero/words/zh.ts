import type { WordsOf } from '../../core/flow.ts'
import type { zero } from '../flow.ts'

export const zh: WordsOf<typeof zero> = {
  opening: [],
  closing: ({ given }, { over, kept }) =>
    over
      ? '这一轮已经结束，您说的我补记下了。谢谢您。'
      : kept
        ? '刚才说的苗头还记着。谢谢您。'
        : `好，${given.villageNames.join('、')}记成没有。谢谢您。`,
  quiet: () => '',
  notes: { noted: () => '好，记成没有。' },
  steps: { households: { say: '这次走访了几户？', label: '走访户数', skip: '不填' } },
}
