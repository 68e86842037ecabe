// Staff are not called in the quiet hours either, unless it is about a RED case: what came due then waits for the morning.
import { inQuietHours, outsideQuietHours } from '../../flows/casework/calendar.ts'
import type { Json } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { type Kind, waitFor } from '../commands/shared/waiting.ts'

/** True where the row was put off; it is looked at anew then. */
export async function putOffByNight(
  books: Books,
  c: Case,
  kind: Kind,
  about: { payload?: { [name: string]: Json }; about?: string } = {},
): Promise<boolean> {
  const { calendar } = books.station.rulebook
  if (c.row.level === 'RED' || !inQuietHours(books.now, calendar)) return false
  await waitFor(books, c, kind, outsideQuietHours(books.now, calendar), about)
  return true
}
