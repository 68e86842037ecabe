// W08 司法确认: the thirty days in which both sides may have the court confirm their agreement run out.
import { dayOf, daysBetween } from '../calendar.ts'
import { ofCase } from './make.ts'
import { AGREED } from './states.ts'

const MARKS = [15, 7, 2]
/** Before anybody's morning, so that it stands in the message of that day. */
export const EARLY = '06:00'

export const w08 = ofCase({
  code: 'W08',
  name: { zh: '司法确认', en: 'Judicial confirmation' },
  to: [{ own: ['mediator', 'sides'] }],
  repeat: { kind: 'left', days: MARKS, clock: EARLY },
  urgency: 'digest',
  causes({ state, confirmable }, now, { calendar }) {
    if (!AGREED.includes(state) || !confirmable) return []
    const { agreement, until } = confirmable
    const n = daysBetween(dayOf(now, calendar), dayOf(until, calendar))
    return [{ about: agreement, from: until, by: until, until, reasons: [{ code: 'confirm', n, at: until }] }]
  },
})

/** The mark that a giving stands for: days left. */
export const markOf = (step: number): number => MARKS[step] ?? 0
