import { caseLine, wallDay } from '../../case.ts'
import { timeLimitName } from '../../casework/time-limits.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { limit } from '../flow.ts'
import { yearOf } from '../year.ts'

export const zh: WordsOf<typeof limit> = {
  opening: [({ given }) => `时限：${caseLine(given, 'zh')}`],
  closing: ({ given, what }, { code, until }) =>
    until === null || what === 'done'
      ? `记下了，“${timeLimitName(code).zh}”办到了。`
      : `记下了。“${timeLimitName(code).zh}”到${yearOf(until, given.offset)}年${wallDay(until, given.offset, 'zh')}为止。`,
  steps: {
    what: {
      say: '要记什么？',
      label: '做什么',
      choices: {
        start: { label: '记一个日子，开始算时限', hears: ['开始', '记日子'] },
        done: { label: '这件事办到了', hears: ['办了', '办到了'] },
        longer: { label: '双方同意继续调解', hears: ['继续', '延长'] },
      },
    },
    which: { say: '哪一个？', label: '时限' },
    day: { say: '是哪一天？', label: '日子' },
    kept: { say: '哪一个办到了？', label: '办到的' },
  },
}
