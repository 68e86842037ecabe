// W22 证据缺失: agreed in writing two days ago, and no photo of the signed paper is here.
import { DAY } from '../calendar.ts'
import { ofCase } from './make.ts'
import { AGREED } from './states.ts'

const AFTER_DAYS = 2

export const w22 = ofCase({
  code: 'W22',
  name: { zh: '证据缺失', en: 'Paper missing' },
  to: [{ own: ['mediator', 'officer'] }],
  repeat: { kind: 'once' },
  urgency: 'digest',
  causes({ state, paper }, now) {
    if (!AGREED.includes(state) || !paper || paper.kept) return []
    const { agreement, at } = paper
    const n = Math.floor((now - at) / DAY)
    return [{ about: agreement, from: at + AFTER_DAYS * DAY, reasons: [{ code: 'no-paper', n }] }]
  },
})
