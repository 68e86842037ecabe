import { wallClock } from '../../case.ts'
import { forceName } from '../../casework/joint.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { SitdownGiven } from '../commands.ts'
import type { sitdown } from '../flow.ts'

const who = ({ forces, guests }: SitdownGiven): string =>
  [...forces.map((force) => forceName(force).zh), ...(guests ? ['双方都同意请的人'] : []), '另一方'].join(
    '、',
  )

export const zh: WordsOf<typeof sitdown> = {
  opening: [
    ({ given }) =>
      given.moved
        ? `您好，这里是${given.station.name}。坐下来谈的时间改了。`
        : `您好，这里是${given.station.name}。`,
  ],
  closing: ({ given, answer }) =>
    answer === 'coming'
      ? `好，${wallClock(given.at, given.offset, 'zh')}见。有变化请回“人工”。`
      : '知道了，会有民警跟您说。急事打110。',
  steps: {
    answer: {
      say: ({ given }) =>
        `编号${given.number}的事，想请您${wallClock(given.at, given.offset, 'zh')}到${given.place}坐下来谈。在场的有：${who(given)}。您能来吗？`,
      label: '能不能来',
      choices: {
        coming: { label: '能来', hears: ['来', '可以', '要得', '好', '行', '能'] },
        cannot: { label: '来不了', hears: ['不来', '不能来', '不去', '不行'] },
        'other-time': { label: '换个时间', hears: ['换时间', '改时间', '改天'] },
      },
    },
    when: { say: '您什么时候方便？', label: '方便的时间', skip: '再说' },
  },
}
