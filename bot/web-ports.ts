/** What the web channel is given: the books' own functions, the station as it is now, and its clock. */
import type { web } from '../adapters/index.ts'
import type { Locale } from '../flows/core/event.ts'
import { Unavailable } from '../flows/core/ports.ts'
import type { Desk } from './desk.ts'
import type { Log } from './log.ts'
import { draw } from './pictures/index.ts'
import type { Settings } from './settings.ts'
import { messagesSince } from './web-messages.ts'

type WebPorts = Parameters<typeof web>[0]

/** Tibetan waits for a native speaker's review. */
const LOCALES: readonly Locale[] = ['zh', 'en']

export function webPorts(
  { store, time, live, advance }: Desk,
  { publicUrl, proxies }: Pick<Settings, 'publicUrl' | 'proxies'>,
  log: Log,
): WebPorts {
  return {
    // Read at each visit: the station may be imported again meanwhile.
    station: {
      get name() {
        const { name, settings } = live.station()
        return { zh: name, en: typeof settings.nameEn === 'string' ? settings.nameEn : name }
      },
      get phone() {
        return live.station().phone
      },
      locales: LOCALES,
      get offset() {
        return live.station().rulebook.calendar.offsetMinutes
      },
    },
    clock: {
      now: time.now,
      get demo() {
        return live.station().demo
      },
      advance: async (by) => (await advance(by)).now,
    },
    since: messagesSince(store.outbox, log),
    acknowledged: store.outbox.acknowledged,
    onPosted: (wake) => store.onPosted(() => wake()),
    files: store.files,
    desk: store.desk,
    draw,
    fault(error, where) {
      // While the database is away every request fails; readiness has said so already.
      if (error instanceof Unavailable)
        log.warn('the web channel waits for the books', { error, step: where })
      else log.error('the web channel failed', { error, step: where })
    },
    door: { host: new URL(publicUrl).hostname, secure: publicUrl.startsWith('https:'), proxies },
  }
}
