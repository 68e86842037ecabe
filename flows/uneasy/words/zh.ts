import { caseLine, wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { uneasy } from '../flow.ts'

export const zh: WordsOf<typeof uneasy> = {
  opening: [({ given }) => `不放心：${caseLine(given, 'zh')}`],
  closing: ({ given }, { number, level, planDue }) =>
    `${number}现在是${levelInfo(level as Level).zh}级，下次研判会一定讲。对策要在${wallClock(planDue, given.offset, 'zh')}前写好。`,
  steps: { reason: { say: '哪里不放心？', label: '哪里不放心' } },
}
