import { wallDay } from '../../case.ts'
import type { Counted, Coverage } from '../../casework/coverage.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { coverage } from '../flow.ts'

const PERIOD = { month: '本月', quarter: '本季度', all: '全部' } as const

/** `已访 2（RD-2026-0001、RD-2026-0002）` */
function line(label: string, { n, cases, more }: Counted): string {
  const others = more > 0 ? `等${cases.length + more}件` : ''
  return cases.length === 0 ? `${label} ${n}` : `${label} ${n}（${cases.join('、')}${others}）`
}

const part = (n: number, of: number): string => (of === 0 ? '没有可算的' : `${n}/${of}`)

const text = (of: Coverage, offset: number): string =>
  [
    `应访尽访·${PERIOD[of.period]}，到${wallDay(of.to, offset, 'zh')}。甲、乙各算一次。`,
    line('应访', of.due),
    line('已访·聊天', of.chat),
    line('已访·电话', of.call),
    line('已访·上门', of.visit),
    line('拒访', of.declined),
    line('不配合', of.uncooperative),
    line('未访到', of.unreached),
    line('免访', of.waived),
    line('待访', of.open),
    line('其中过了日子', of.overdue),
    `回访率（已访/应访减免访）：${part(of.rate.visited, of.rate.of)}`,
    line('假性和解提示·对', of.flags.right),
    line('假性和解提示·不对', of.flags.wrong),
    line('还没核对', of.flags.unmarked),
    `提示准确：${part(of.flags.right.n, of.flags.right.n + of.flags.wrong.n)}`,
  ].join('\n')

export const zh: WordsOf<typeof coverage> = {
  opening: [],
  closing: ({ given }, told) => text(told, given.offset),
  steps: {
    period: {
      say: '看哪一段的？',
      label: '时间',
      choices: {
        month: { label: '本月', hears: ['这个月', '月'] },
        quarter: { label: '本季度', hears: ['这个季度', '季度', '季'] },
        all: { label: '全部', hears: ['所有', '一直'] },
      },
    },
  },
}
