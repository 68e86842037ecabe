// W12 节日敏感期: a week before the days that the station has entered, with the open cases of the two highest levels.
import { dayOf, daysBetween, endOfDay, shiftDay } from '../calendar.ts'
import { rank } from '../level.ts'
import { isOpen } from '../life-cycle.ts'
import { ofStation } from './make.ts'
import type { StationWatched } from './types.ts'
import { EARLY } from './w08.ts'

export const w12 = ofStation({
  code: 'W12',
  name: { zh: '节日敏感期', en: 'Sensitive days' },
  to: [{ roles: ['chief'] }],
  repeat: { kind: 'left', days: [7], clock: EARLY },
  urgency: 'digest',
  causes({ cases, days }, now, { festivals, calendar }) {
    const today = dayOf(now, calendar)
    const grave = cases.filter(({ level, state }) => isOpen(state) && rank(level) >= rank('ORANGE'))
    const entered = festivals.map(({ zh, en, date }) => ({ zh, en, day: date }))
    return firstDays([...entered, ...days])
      .filter(({ day }) => day >= today)
      .map(({ day, zh, en }) => {
        const by = endOfDay(day, calendar)
        return {
          about: `${day}:${zh}`,
          from: by,
          by,
          until: by,
          reasons: [
            { code: 'day-coming', name: { zh, en }, n: daysBetween(today, day) },
            { code: 'grave-cases', n: grave.length },
          ],
          cases: grave.map(({ number }) => number),
        }
      })
  },
})

/** Of days in a row under one name the first; entered twice, a day counts once. */
function firstDays(all: StationWatched['days']): StationWatched['days'] {
  const named = new Map(all.map((one) => [`${one.day} ${one.zh}`, one]))
  return [...named.values()].filter(({ day, zh }) => !named.has(`${shiftDay(day, -1)} ${zh}`))
}
