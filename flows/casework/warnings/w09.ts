// W09 时效: a limit of law within which people must go elsewhere themselves runs out. The officer, and a hint to whoever suffers.
import { dayOf, daysBetween } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { ofCase } from './make.ts'
import { EARLY } from './w08.ts'

/** Labour arbitration, labour inspection, and a court after the government's decision on land. */
export const HINTED = ['T-LAB-1Y', 'T-LI-2Y', 'T-LAND-30'] as const

export const w09 = ofCase({
  code: 'W09',
  name: { zh: '时效', en: 'Legal time limit' },
  to: [{ own: ['officer', 'sides'] }],
  repeat: { kind: 'left', days: [60, 30, 7], clock: EARLY },
  urgency: 'digest',
  causes({ state, limits }, now, { calendar }) {
    if (!isOpen(state)) return []
    return limits
      .filter(({ code }) => (HINTED as readonly string[]).includes(code))
      .map(({ code, from, until }) => {
        const n = daysBetween(dayOf(now, calendar), dayOf(until, calendar))
        const about = `${code}:${until}`
        return { about, from, by: until, until, reasons: [{ code: 'limit', what: code, n, at: until }] }
      })
  },
})
