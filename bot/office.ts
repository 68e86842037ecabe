/** The operator's side of the desk: what `npm run admin` may do, in the running bot or by itself. */
import { destination } from 'pino'
import { clockText } from '../flows/casework/clock-text.ts'
import type { Office } from './admin/verb.ts'
import { openBooks } from './books.ts'
import { type Desk, openDesk } from './desk.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import type { Settings } from './settings.ts'

export function officeOf(desk: Desk, publicUrl: string): Office {
  return {
    admin: desk.store.admin,
    now: desk.time.now,
    advance: desk.advance,
    publicUrl,
    shown: (at) => clockText(at, desk.live.station().rulebook.calendar, 'en'),
  }
}

/** Opens the books in this very process. What a moved clock makes necessary is done; messages wait for the bot. */
export async function openOffice(settings: Settings): Promise<Office & { close(): Promise<void> }> {
  const store = await openBooks(settings)
  try {
    // Standard output is for what was asked.
    const log = openLog(settings.logLevel, destination(2))
    const desk = await openDesk({ store, log, metrics: openMetrics({ standard: false }) })
    return { ...officeOf(desk, settings.publicUrl), close: store.close }
  } catch (error) {
    await store.close()
    throw error
  }
}
