// W06 义务到期: three days before and on the day to whoever owes, the day after to the officer.
import { dayOf, daysBetween } from '../calendar.ts'
import { dutyMoments } from '../ledger.ts'
import { isOpen } from '../life-cycle.ts'
import { ofCase } from './make.ts'

export const w06 = ofCase({
  code: 'W06',
  name: { zh: '义务到期', en: 'Duty due' },
  to: [{ own: ['debtor'] }, { own: ['debtor'] }, { own: ['officer'] }],
  repeat: { kind: 'list' },
  urgency: 'card',
  causes({ state, duties }, now, { calendar, graceDays }) {
    if (!isOpen(state)) return []
    return duties.flatMap(({ no, dueAt }) => {
      if (dueAt === null) return []
      const moments = dutyMoments(dueAt, graceDays, calendar)
      const left = daysBetween(dayOf(now, calendar), dayOf(dueAt, calendar))
      const reason =
        left >= 0
          ? ({ code: 'duty-soon', m: no, n: left } as const)
          : ({ code: 'duty-late', m: no, n: -left } as const)
      return [{ about: `${no}:${dueAt}`, from: moments[0]!, moments, reasons: [reason] }]
    })
  },
})
