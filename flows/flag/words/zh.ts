import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { FlagGiven } from '../commands.ts'
import type { flag } from '../flow.ts'

const MARKED = { right: '上次记的是：提示对。', wrong: '上次记的是：提示不对。' } as const

function asked({ rounds }: FlagGiven, id: string | undefined): string {
  const round = rounds.find((one) => one.id === id) ?? rounds[0]
  if (!round) return '提示对不对？'
  const why = round.reasons.map(({ zh }) => zh).join('；')
  return [
    `${round.label}：假性和解分${round.score}。`,
    ...(why === '' ? [] : [`因为：${why}。`]),
    ...(round.flag === null ? [] : [MARKED[round.flag]]),
    '去看过以后，提示对不对？',
  ].join('\n')
}

export const zh: WordsOf<typeof flag> = {
  opening: [({ given }) => `核对假性和解提示：${caseLine(given, 'zh')}`],
  closing: (_, { number }) => `${number}：记下了。`,
  steps: {
    round: { say: '核对哪一次回访？', label: '回访' },
    found: {
      say: ({ given, round }) => asked(given, round),
      label: '提示',
      choices: {
        right: { label: '对，确实没真和好', hears: ['对', '是', '准', '确实'] },
        wrong: { label: '不对，其实和好了', hears: ['不对', '否', '不准', '没有', '和好了'] },
      },
    },
    note: { say: '要补一句吗？', label: '说明', skip: '不用' },
  },
}
