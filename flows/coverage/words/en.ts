import { wallDay } from '../../case.ts'
import type { Counted, Coverage } from '../../casework/coverage.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { coverage } from '../flow.ts'

const PERIOD = { month: 'this month', quarter: 'this quarter', all: 'all time' } as const

/** `Visited 2 (RD-2026-0001, RD-2026-0002)` */
function line(label: string, { n, cases, more }: Counted): string {
  const others = more > 0 ? ` and ${more} more` : ''
  return cases.length === 0 ? `${label} ${n}` : `${label} ${n} (${cases.join(', ')}${others})`
}

const part = (n: number, of: number): string => (of === 0 ? 'nothing to count' : `${n}/${of}`)

const text = (of: Coverage, offset: number): string =>
  [
    `Coverage of revisits, ${PERIOD[of.period]}, until ${wallDay(of.to, offset, 'en')}. Each side counts by itself.`,
    line('Due', of.due),
    line('Visited in chat', of.chat),
    line('Visited by phone', of.call),
    line('Visited at the door', of.visit),
    line('Declined', of.declined),
    line('Uncooperative', of.uncooperative),
    line('Not reached', of.unreached),
    line('Let go by a leader', of.waived),
    line('Still open', of.open),
    line('Of these past their day', of.overdue),
    `Rate (visited of those due and not let go): ${part(of.rate.visited, of.rate.of)}`,
    line('Surface flags, right', of.flags.right),
    line('Surface flags, wrong', of.flags.wrong),
    line('Not checked yet', of.flags.unmarked),
    `Precision of flags: ${part(of.flags.right.n, of.flags.right.n + of.flags.wrong.n)}`,
  ].join('\n')

export const en: WordsOf<typeof coverage> = {
  opening: [],
  closing: ({ given }, told) => text(told, given.offset),
  steps: {
    period: {
      say: 'Of which time?',
      label: 'Time',
      choices: {
        month: { label: 'This month', hears: ['month'] },
        quarter: { label: 'This quarter', hears: ['quarter'] },
        all: { label: 'All time', hears: ['all', 'everything'] },
      },
    },
  },
}
