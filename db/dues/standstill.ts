// W04: how long nothing was written about a case that somebody should be working on, and when that is next to be said.
import { DAY } from '../../flows/casework/calendar.ts'
import { w04 } from '../../flows/casework/warnings/w04.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { plainly } from '../warnings/plainly.ts'

/** Days without an entry, where they are too many; else null. */
export function standstill(books: Books, c: Case): number | null {
  const [found] = w04.rule(plainly(c), books.now, books.station.rulebook)
  return found ? Math.floor((books.now - c.row.updatedAt) / DAY) : null
}

/** Null where it is not to be said within a day from now. */
export function saidToday(books: Books, c: Case): Instant | null {
  const next = w04.next(plainly(c), books.now, books.station.rulebook)
  return next !== null && next < books.now + DAY ? next : null
}
