// A sum paid in several parts: equal, with the rest in the last, so that together they are the sum to the fen.
import { type Day, shiftDay } from './calendar.ts'
import { type Fen, isFen } from './money.ts'

/** Two years of months: nobody agrees on more in a mediation. */
export const MOST_INSTALMENTS = 24

/** Null where a sum cannot be parted like this: each part, the last too, must be something. */
export function instalments(total: Fen, count: number, each: Fen = Math.floor(total / count)): Fen[] | null {
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST_INSTALMENTS) return null
  if (!isFen(total) || !isFen(each) || each === 0) return null
  const last = total - each * (count - 1)
  return last > 0 ? [...Array.from({ length: count - 1 }, () => each), last] : null
}

/** The same day of the month, again and again from this one; a month without it takes its last day. */
export function monthly(first: Day, count: number, dayOfMonth: number = Number(first.slice(8))): Day[] {
  const [year, month] = first.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, at) => dayIn(year, month + at, dayOfMonth))
}

/** The first such day after today. */
export function nextMonthly(today: Day, dayOfMonth: number): Day {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const here = dayIn(year, month, dayOfMonth)
  return here > today ? here : dayIn(year, month + 1, dayOfMonth)
}

/** `month` may be beyond December. */
function dayIn(year: number, month: number, dayOfMonth: number): Day {
  const begins = (at: number): Day =>
    `${year + Math.floor((at - 1) / 12)}-${String(((at - 1) % 12) + 1).padStart(2, '0')}-01`
  const last = Number(shiftDay(begins(month + 1), -1).slice(8))
  return shiftDay(begins(month), Math.min(dayOfMonth, last) - 1)
}
