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
const named = (level: Level): string => levelInfo(level).en.toLowerCase()

/** `red 1, orange 2, yellow 0, blue 3` */
const levels = (of: Levels): string => LEVEL_CODES.map((level) => `${named(level)} ${of[level]}`).join(', ')

/** `red 1 (+1), orange 2` beside the last time. */
const beside = ({ now, before }: Trends): string =>
  LEVEL_CODES.map((level) => {
    const more = before === null ? 0 : now[level] - before[level]
    const change = more === 0 ? '' : ` (${more > 0 ? '+' : ''}${more})`
    return `${named(level)} ${now[level]}${change}`
  }).join(', ')

function opening({ kind, goesOn, cases, trends, ahead }: AssessmentGiven): string {
  const { before, villages, categories, clusters } = trends
  return [
    goesOn
      ? `The meeting goes on; ${total(cases)} left: ${levels(cases)}.`
      : `Risk meeting (${MEETING_KINDS[kind].en}), ${total(cases)} on the agenda: ${levels(cases)}.`,
    `Open at the station: ${beside(trends)}${before === null ? '' : '; in brackets, against the last meeting'}.`,
    ...(villages.length > 0
      ? [`Villages with most: ${villages.map(({ name, n }) => `${name} ${n}`).join(', ')}.`]
      : []),
    ...(categories.length > 0 ? [`Kinds: ${categories.map(({ en, n }) => `${en} ${n}`).join(', ')}.`] : []),
    ...clusters.map(({ village, category, n }) => `${village}: ${n} of ${category.en} within a month.`),
    ...(ahead.length > 0
      ? [`Days ahead: ${ahead.map(({ day, en }) => `${dayText(day, 'en')} ${en}`).join(', ')}.`]
      : []),
  ].join('\n')
}

export const en: WordsOf<typeof assessment> = {
  opening: [({ given }) => opening(given)],
  closing: (_, { no, cases, apart, minutes }) => [
    ...(apart > 0
      ? [
          `${apart} cannot be talked about before those who are here and are left out; please hold them apart.`,
        ]
      : []),
    minutes === null
      ? `Meeting ${no}, case by case, ${cases} to go. Say "cancel" to stop; what is decided stays.`
      : minutesText(minutes, 'en'),
  ],
  steps: {
    attendees: { say: 'Who is here? Choose as many as you like.', label: 'Present', skip: 'Only me' },
  },
}
