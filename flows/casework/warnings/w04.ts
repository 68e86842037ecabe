// W04 无进展: a case that somebody should be working on, and nothing was written about it for too long.
import { DAY } from '../calendar.ts'
import type { Level } from '../tables/level.ts'
import type { State } from '../tables/life-cycle.ts'
import { ofCase } from './make.ts'

const DAYS: { readonly [L in Level]: number } = { RED: 1, ORANGE: 3, YELLOW: 7, BLUE: 10 }

/** Elsewhere a date of its own is waited for: a duty's, a round's, the day to go on, a receipt. */
const WORKED: readonly State[] = [
  'EMERGENCY',
  'SCREENING',
  'ACCEPTED',
  'ASSIGNED',
  'CLAIMED',
  'MEDIATING',
  'FAILED',
  'TERMINATED',
  'BREACHED',
]

export const w04 = ofCase({
  code: 'W04',
  name: { zh: '无进展', en: 'No progress' },
  to: [{ own: ['officer'] }, { own: ['officer', 'leader'] }],
  repeat: { kind: 'mornings' },
  urgency: 'card',
  causes({ state, level, lastEntryAt, standstillTold }, now) {
    if (!WORKED.includes(state)) return []
    return [
      {
        // One standstill is one cause, for as long as nothing is written.
        about: String(lastEntryAt),
        from: lastEntryAt + DAYS[level] * DAY,
        rank: standstillTold,
        reasons: [{ code: 'no-entry', n: Math.floor((now - lastEntryAt) / DAY) }],
      },
    ]
  },
})
