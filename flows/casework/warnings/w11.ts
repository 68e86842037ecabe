// W11 采集季: before a collecting season, the disputes of three years over pasture and collecting areas.
import { addDays, dayOf, daysBetween, endOfDay } from '../calendar.ts'
import { nextStart } from '../season.ts'
import { ofStation } from './make.ts'
import { EARLY } from './w08.ts'
import { villagesOf } from './w10.ts'

const KINDS: readonly string[] = ['LF-CC', 'LF-GR']
export const YEARS = 3

export const w11 = ofStation({
  code: 'W11',
  name: { zh: '采集季', en: 'Collecting season' },
  to: [{ roles: ['chief', 'township'] }],
  repeat: { kind: 'left', days: [30, 7], clock: EARLY },
  urgency: 'digest',
  causes({ cases }, now, { seasons, calendar }) {
    const since = addDays(now, -365 * YEARS, calendar)
    const known = cases.filter(
      ({ category, filedAt, state }) =>
        KINDS.includes(category) && filedAt >= since && state !== 'MERGED' && state !== 'REJECTED',
    )
    if (known.length === 0) return []
    return seasons.map((season) => {
      const start = nextStart(season, now, calendar)
      const by = endOfDay(start, calendar)
      const { code, zh, en } = season
      return {
        about: `${code}:${start}`,
        from: by,
        by,
        until: by,
        villages: villagesOf(known),
        reasons: [
          { code: 'season', name: { zh, en }, n: daysBetween(dayOf(now, calendar), start) },
          { code: 'land-cases', n: known.length, m: YEARS },
        ],
        cases: known.map(({ number }) => number),
      }
    })
  },
})
