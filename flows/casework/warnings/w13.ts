// W13 重复反映: told of a second time within thirty days the officer hears of it, from the third on the leader.
import { DAY } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { ofCase } from './make.ts'

export const w13 = ofCase({
  code: 'W13',
  name: { zh: '重复反映', en: 'Told again' },
  to: [{ own: ['officer'] }, { own: ['leader'] }],
  repeat: { kind: 'once' },
  urgency: 'digest',
  causes({ state, reports }, now, { repeatDays }) {
    if (!isOpen(state)) return []
    const latest = Math.max(...reports.filter((at) => at <= now))
    // By the days before the telling, so that it stays the second however much time passes.
    const n = reports.filter((at) => at <= latest && at > latest - repeatDays * DAY).length
    if (n < 2) return []
    return [
      {
        about: String(latest),
        from: latest,
        until: latest + repeatDays * DAY,
        rank: n - 2,
        reasons: [{ code: 'told-again', n, m: repeatDays }],
      },
    ]
  },
})
