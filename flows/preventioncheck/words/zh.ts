import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { PreventionCheckGiven } from '../commands.ts'
import type { preventioncheck } from '../flow.ts'

const KINDS = {
  crime: '防止转为刑事案件',
  petition: '防止群体性上访',
  suicide: '防止自杀',
  fight: '防止群体性械斗',
} as const

function asked({ waiting }: PreventionCheckGiven, id: string | undefined): string {
  const one = waiting.find((each) => each.id === id) ?? waiting[0]
  return one
    ? `${one.by}登记：${KINDS[one.kind]}，${one.people}人。\n理由：${one.reason}\n批准吗？`
    : '批准吗？'
}

export const zh: WordsOf<typeof preventioncheck> = {
  opening: [({ given }) => `防止审批：${caseLine(given, 'zh')}`],
  closing: (_, { number, approved }) =>
    approved ? `${number}：批准了，计入报表。` : `${number}：没有批准，不计入报表。`,
  steps: {
    which: { say: '批哪一条？', label: '哪一条' },
    approve: {
      say: ({ given, which }) => asked(given, which),
      label: '批准',
      choices: {
        yes: { label: '批准', hears: ['是', '同意', '可以'] },
        no: { label: '不批准', hears: ['否', '不同意', '不行'] },
      },
    },
  },
}
