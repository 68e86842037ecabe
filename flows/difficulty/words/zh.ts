import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { difficulty } from '../flow.ts'

export const zh: WordsOf<typeof difficulty> = {
  opening: [
    ({ given }) => `我是${given.station.name}的自动回复助手，不是民警。有困难可以跟我说，打字、发语音都行。`,
  ],
  review: '我记的是下面这些。对吗？',
  closing: ({ given }, result) =>
    result.promisedBy !== undefined
      ? `收到了，编号${result.number}。最迟${wallClock(result.promisedBy, given.offset, 'zh')}给您答复。回“进度”可以查。急事打110。`
      : `您说的都记在${result.number}里了。急事打110。`,
  steps: {
    narrative: { say: '您有什么困难，要帮什么忙？慢慢说。', label: '困难' },
    place: {
      say: '您在哪个村？',
      label: '村',
      choices: {
        elsewhere: { label: '都不是', hears: ['不在这些村', '别的地方', '不知道', '不晓得', '不清楚'] },
      },
    },
    reach: { say: '要留电话吗？不留也行，就在这里答复您。', label: '怎么联系', skip: '不留' },
    name: { say: '怎么称呼您？可以只说姓。', label: '称呼', skip: '不说' },
  },
}
