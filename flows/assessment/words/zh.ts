import { dayText } from '../../casework/clock-text.ts'
import { levelInfo } from '../../casework/level.ts'
import { MEETING_KINDS } from '../../casework/meetings.ts'
import { minutesText } from '../../casework/minutes.ts'
import { LEVEL_CODES, type Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { AssessmentGiven, Trends } from '../commands.ts'
import type { assessment } from '../flow.ts'

type Levels = { readonly [L in Level]: number }
const total = (of: Levels): number => LEVEL_CODES.reduce((sum, level) => sum + of[level], 0)

/** `红1橙2黄0蓝3` */
const levels = (of: Levels): string =>
  LEVEL_CODES.map((level) => `${levelInfo(level).zh}${of[level]}`).join('')

/** `红1（+1）橙2黄0蓝3` beside the last time. */
const beside = ({ now, before }: Trends): string =>
  LEVEL_CODES.map((level) => {
    const more = before === null ? 0 : now[level] - before[level]
    const change = more === 0 ? '' : `（${more > 0 ? '+' : ''}${more}）`
    return `${levelInfo(level).zh}${now[level]}${change}`
  }).join('')

function opening({ kind, goesOn, cases, trends, ahead }: AssessmentGiven): string {
  const { before, villages, categories, clusters } = trends
  return [
    goesOn
      ? `接着开研判会，还有${total(cases)}件：${levels(cases)}。`
      : `研判会（${MEETING_KINDS[kind].zh}），要讲${total(cases)}件：${levels(cases)}。`,
    `全所在办：${beside(trends)}${before === null ? '' : '，括号里是和上次比'}。`,
    ...(villages.length > 0
      ? [`在办多的村：${villages.map(({ name, n }) => `${name}${n}`).join('、')}。`]
      : []),
    ...(categories.length > 0 ? [`类别：${categories.map(({ zh, n }) => `${zh}${n}`).join('、')}。`] : []),
    ...clusters.map(({ village, category, n }) => `${village}一个月里有${n}件${category.zh}，要留意。`),
    ...(ahead.length > 0
      ? [`前面的日子：${ahead.map(({ day, zh }) => `${dayText(day, 'zh')}${zh}`).join('、')}。`]
      : []),
  ].join('\n')
}

export const zh: WordsOf<typeof assessment> = {
  opening: [({ given }) => opening(given)],
  closing: (_, { no, cases, apart, minutes }) => [
    ...(apart > 0 ? [`有${apart}件不便当着今天在场的人讲，没有列进来，请另外单独开。`] : []),
    minutes === null
      ? `第${no}次研判会，一件一件来，还有${cases}件。说“取消”就先停，已定的不会丢。`
      : minutesText(minutes, 'zh'),
  ],
  steps: {
    attendees: { say: '谁在场？可以选几个。', label: '在场', skip: '只有我' },
  },
}
