// W04: a case that somebody should be working on, and nothing was written about it for too long.
import { DAY } from '../../flows/casework/calendar.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../books.ts'
import { type Case, stateOf } from '../commands/shared/case.ts'

const DAYS: { readonly [L in Level]: number } = { RED: 1, ORANGE: 3, YELLOW: 7, BLUE: 10 }

/** Elsewhere a date of its own is waited for: a duty's, a round's, the day to go on, a receipt. */
const WORKED: readonly State[] = [
  'EMERGENCY',
  'SCREENING',
  'ACCEPTED',
  'ASSIGNED',
  'CLAIMED',
  'MEDIATING',
  'FAILED',
  'TERMINATED',
  'BREACHED',
]

/** Days without an entry, where they are too many; else null. */
export function standstill(books: Books, c: Case): number | null {
  if (!WORKED.includes(stateOf(c.row))) return null
  const days = Math.floor((books.now - c.row.updatedAt) / DAY)
  return days >= DAYS[c.row.level] ? days : null
}
