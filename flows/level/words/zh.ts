import { caseLine } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { level } from '../flow.ts'

export const zh: WordsOf<typeof level> = {
  opening: [({ given }) => `调整等级：${caseLine(given, 'zh')}`],
  closing: (_, result) => `${result.number}现在是${levelInfo(result.level as Level).zh}级。`,
  steps: {
    direction: {
      say: '升一级，降一级，还是不放心？',
      label: '升降',
      choices: {
        raise: { label: '升一级', hears: ['升', '升级'] },
        lower: { label: '降一级', hears: ['降', '降级'] },
        uneasy: { label: '不放心', hears: ['不托底', '不踏实'] },
      },
    },
    reason: {
      say: ({ direction }) =>
        ({ lower: '为什么可以降？平静多久了？', raise: '为什么要升？', uneasy: '哪里不放心？' })[
          direction ?? 'uneasy'
        ],
      label: '理由',
    },
  },
}
