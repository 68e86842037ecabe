import { caseLine } from '../../case.ts'
import { whyName } from '../../casework/agenda.ts'
import { levelInfo } from '../../casework/level.ts'
import { minutesText } from '../../casework/minutes.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { AssessCaseGiven } from '../commands.ts'
import type { assesscase } from '../flow.ts'

const card = (given: AssessCaseGiven): string =>
  [
    `第${given.at}件，共${given.of}件`,
    caseLine(given, 'zh'),
    `为什么讲：${given.why.map((code) => whyName(code).zh).join('；')}`,
    given.days > 0 ? `最近一条记录：${given.days}天前` : '最近一条记录：今天',
  ].join('\n')

const DONE = { keep: '级别不动', raise: '升了一级', lower: '降了一级' } as const

export const zh: WordsOf<typeof assesscase> = {
  opening: [({ given }) => card(given)],
  closing: (_, { number, level, what, notDone, again, left, minutes }) => {
    const end = minutes === null ? [] : [minutesText(minutes, 'zh')]
    if (again !== null) return [again.zh, ...end]
    if (what === 'stop') return `先到这里，已定的都记下了，还有${left}件。发“研判会”接着讲。`
    if (what === 'skip') return [`${number}先跳过，下次还会列上。`, ...end]
    const why = notDone === null ? '' : `级别没有改：${notDone.zh}您的意见和理由都记下了。`
    const done = notDone === null ? DONE[what] : DONE.keep
    return [`${number}记下了，${done}，现在是${levelInfo(level as Level).zh}级。${why}`, ...end]
  },
  steps: {
    what: {
      say: '级别怎么定？',
      label: '级别',
      choices: {
        keep: { label: '不动', hears: ['维持', '保持', '不变'] },
        raise: { label: '升一级', hears: ['升', '升级'] },
        lower: { label: '降一级', hears: ['降', '降级'] },
        skip: { label: '跳过', hears: ['下一件', '先不讲'] },
        stop: { label: '今天到这里', hears: ['停', '先停', '不讲了'] },
      },
    },
    reason: {
      say: ({ what }) => (what === 'lower' ? '为什么可以降？平静多久了？' : '为什么要升？'),
      label: '理由',
    },
    ease: {
      say: '有民警对这件事不放心。现在放心了吗？',
      label: '放不放心',
      choices: {
        still: { label: '还不放心', hears: ['没有', '还没有', '不放心'] },
        atease: { label: '放心了', hears: ['放心'] },
      },
    },
    decision: { say: '定下来怎么办？一句话。', label: '怎么办' },
    owner: { say: '谁来办？', label: '谁办' },
    due: { say: '哪天前办好？', label: '期限' },
  },
}
