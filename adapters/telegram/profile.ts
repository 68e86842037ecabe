// What the bot is called: Telegram knows, and is asked until it says so.
import type { Telegram } from './api.ts'
import { growing, rest } from './pause.ts'

export type Profile = {
  /** Null as long as Telegram has not said it. */
  name(): string | null
  /** Resolves when Telegram has answered, or failed, for the first time. */
  first: Promise<void>
  ended: Promise<void>
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000

export function askProfile(
  telegram: Telegram,
  fault: (error: unknown, where: string) => void,
  closing: AbortSignal,
): Profile {
  const first = Promise.withResolvers<void>()
  let name: string | null = null
  const ended = (async () => {
    for (let failures = 1; name === null && !closing.aborted; failures++) {
      try {
        name = (await telegram.call((api, signal) => api.getMe(signal), undefined, closing)).username
        first.resolve()
      } catch (error) {
        first.resolve()
        if (!closing.aborted) fault(error, 'getMe')
        await rest(growing(failures, FIRST_PAUSE, LONGEST_PAUSE), closing)
      }
    }
    first.resolve()
  })()
  return { name: () => name, first: first.promise, ended }
}
