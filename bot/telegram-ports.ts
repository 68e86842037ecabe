/** What the Telegram channel is given: the books' own functions, the menus and the station's clock. */
import type { telegram } from '../adapters/index.ts'
import { Unavailable } from '../flows/core/ports.ts'
import type { Desk } from './desk.ts'
import type { Log } from './log.ts'
import { MENU } from './menu.ts'
import { draw } from './pictures/index.ts'
import type { Settings } from './settings.ts'

type TelegramPorts = Parameters<typeof telegram>[0]

export function telegramPorts(
  { store, time }: Pick<Desk, 'store' | 'time'>,
  settings: NonNullable<Settings['telegram']>,
  log: Log,
): TelegramPorts {
  return {
    settings,
    now: time.now,
    files: store.files,
    leases: store.leases,
    moved: store.moved,
    commands: MENU,
    isStaff: async (at) => (await store.desk.whoIs(at)) !== null,
    draw,
    fault: faults('telegram', log),
  }
}

/** While the database is away everything fails, and readiness has said so already. */
export const faults =
  (channel: string, log: Log) =>
  (error: unknown, where: string): void => {
    const away = error instanceof Unavailable
    log[away ? 'warn' : 'error'](away ? 'a channel waits for the books' : 'a channel failed', {
      error,
      channel,
      step: where,
    })
  }
