// W05 调解将满期: the level's aim for settling, or the month of people's mediation, comes near; on its day the leader hears too.
import { dayOf, daysBetween } from '../calendar.ts'
import { ofCase } from './make.ts'
import { BEFORE_AGREED } from './states.ts'
import type { Cause } from './types.ts'

const MONTH = 'T-PM-30'

export const w05 = ofCase({
  code: 'W05',
  name: { zh: '调解将满期', en: 'Mediation nearly out of time' },
  to: [{ own: ['officer'] }, { own: ['officer'] }, { own: ['officer', 'leader'] }],
  repeat: { kind: 'left', days: [5, 1, 0], clock: null },
  urgency: 'card',
  causes({ state, target, filedAt, limits }, now, { calendar }) {
    if (!BEFORE_AGREED.includes(state)) return []
    const left = (until: number) => Math.max(0, daysBetween(dayOf(now, calendar), dayOf(until, calendar)))
    const aim: Cause[] =
      target === null
        ? []
        : [
            {
              about: `target:${target}`,
              from: filedAt,
              by: target,
              reasons: [{ code: 'target', n: left(target), at: target }],
            },
          ]
    const months = limits
      .filter(({ code }) => code === MONTH)
      .map(
        ({ code, from, until }): Cause => ({
          about: `${code}:${until}`,
          from,
          by: until,
          until,
          days: [5, 1],
          urgency: 'digest',
          reasons: [{ code: 'limit', what: code, n: left(until), at: until }],
        }),
      )
    return [...aim, ...months]
  },
})
