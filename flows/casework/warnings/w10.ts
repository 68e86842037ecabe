// W10 欠薪节前: open wage disputes before Spring Festival, every week and 30, 15 and 7 days before (节前动态清零).
import { addDays, dayOf, daysBetween, endOfDay } from '../calendar.ts'
import { isOpen } from '../life-cycle.ts'
import { topOf } from '../taxonomy.ts'
import { ofStation } from './make.ts'
import { EARLY } from './w08.ts'

const MARKS = [30, 15, 7]
const WEEK = 7

/** The labour office is no user here: the list says that somebody has to tell it. */
export const w10 = ofStation({
  code: 'W10',
  name: { zh: '欠薪节前', en: 'Wages before Spring Festival' },
  to: [{ roles: ['chief', 'township'] }],
  repeat: { kind: 'left', days: MARKS, clock: EARLY },
  urgency: 'digest',
  causes({ cases }, now, { festivals, wage, calendar }) {
    const today = dayOf(now, calendar)
    const owed = cases.filter(({ category, state }) => topOf(category) === 'LB' && isOpen(state))
    if (owed.length === 0) return []
    return festivals
      .filter(({ kind, date }) => kind === 'spring-festival' && date >= today)
      .map(({ date }) => {
        const until = endOfDay(date, calendar)
        const days = weekly(wage.days)
        const n = daysBetween(today, date)
        return {
          about: date,
          from: addDays(until, -wage.days, calendar),
          by: until,
          until,
          days,
          villages: villagesOf(owed),
          reasons: [
            { code: 'festival-wages', n },
            { code: 'cases', n: owed.length },
            { code: 'labour-office' },
          ],
          cases: owed.map(({ number }) => number),
        }
      })
  },
})

/** From the first day on, the most days left first. */
function weekly(from: number): number[] {
  const days = new Set(MARKS.filter((mark) => mark <= from))
  for (let left = from; left > 0; left -= WEEK) days.add(left)
  return [...days].sort((one, other) => other - one)
}

export const villagesOf = (cases: readonly { village: string | null }[]): string[] =>
  [...new Set(cases.flatMap(({ village }) => village ?? []))].sort()
