import { caseLine } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { atease } from '../flow.ts'

export const zh: WordsOf<typeof atease> = {
  opening: [({ given }) => `放心了：${caseLine(given, 'zh')}`],
  closing: (_, { number, level }) =>
    `${number}记下了。级别不变，还是${levelInfo(level as Level).zh}级；要降请发“级别 ${number}”。`,
  steps: { reason: { say: '为什么放心了？', label: '理由' } },
}
