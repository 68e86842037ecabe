// The station's own days, entered by hand, laid over its rulebook: holidays, days worked instead, festivals. Pure.
import type { Day } from './calendar.ts'
import type { Festival, Rulebook } from './rulebook.ts'

/**
 * `holiday`: nobody works. `workday`: worked although it is a weekend. `festival`: a time to be ready for, as those of the
 * rulebook are. `sensitive`: only to be ready for.
 */
export const DAY_KINDS = ['holiday', 'workday', 'festival', 'sensitive'] as const
export type OwnDay = { day: Day; kind: (typeof DAY_KINDS)[number]; zh: string; en: string }

/** Everything about wages is counted from this one (W10, F01). */
const SPRING_FESTIVAL = '春节'

/** The same rulebook where no day was entered. What is stored of it does not change. */
export function withOwnDays(rulebook: Rulebook, days: readonly OwnDay[]): Rulebook {
  const of = (kind: OwnDay['kind']) => days.filter((one) => one.kind === kind)
  if (days.every(({ kind }) => kind === 'sensitive')) return rulebook
  const { calendar, festivals } = rulebook
  const worked = of('workday').map(({ day }) => day)
  const free = of('holiday').map(({ day }) => day)
  return {
    ...rulebook,
    festivals: festivalsOf(festivals, of('festival')),
    calendar: {
      ...calendar,
      // What was entered for a day takes the place of what the rulebook says of it.
      holidays: together(
        calendar.holidays.filter((day) => !worked.includes(day)),
        free,
      ),
      extraWorkDays: together(
        calendar.extraWorkDays.filter((day) => !free.includes(day)),
        worked,
      ),
    },
  }
}

const together = (known: readonly Day[], more: readonly Day[]): Day[] =>
  [...new Set([...known, ...more])].sort()

function festivalsOf(known: readonly Festival[], days: readonly OwnDay[]): Festival[] {
  const more = days.map(
    ({ day, zh, en }): Festival => ({
      kind: zh === SPRING_FESTIVAL ? 'spring-festival' : 'festival',
      zh,
      en,
      date: day,
    }),
  )
  const isNew = ({ zh, date }: Festival) => !more.some((one) => one.zh === zh && one.date === date)
  return [...known.filter(isNew), ...more].sort((one, other) => one.date.localeCompare(other.date))
}
