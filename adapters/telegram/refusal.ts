// What a trouble with Telegram means for a message that should have gone out.
import type { Instant } from '../../flows/core/event.ts'
import { Moved, Undelivered } from '../../flows/core/ports.ts'
import { addressOf } from './address.ts'
import { codeOf, isTokenRefused, type Trouble } from './trouble.ts'

const SECOND = 1_000
/** A token has to be put right by people. */
const TOKEN_PAUSE = 60 * SECOND

/** `again`: doing it twice is doing it once, so that an unknown outcome may simply be tried again. */
export function refusal(trouble: Trouble, bot: string, now: Instant, again = false): Undelivered | Moved {
  const { kind, status, retryAfter, migratedTo } = trouble
  const later = (seconds = 1) => new Undelivered(codeOf(trouble), now + seconds * SECOND)
  if (kind === 'unsent') return later()
  if (kind === 'lost') return again ? later() : new Undelivered(codeOf(trouble), 'unknown')
  // A page of 2xx came from somebody who may or may not have passed the message on.
  if (kind === 'foreign' && status !== null && status < 300 && !again)
    return new Undelivered(codeOf(trouble), 'unknown')
  if (kind === 'foreign') return later()
  if (migratedTo !== null) return new Moved(addressOf(bot, migratedTo).id)
  if (isTokenRefused(trouble)) return new Undelivered(codeOf(trouble), now + TOKEN_PAUSE)
  if (status === 429) return later(retryAfter ?? 5)
  if (status === 400 || status === 403) return new Undelivered(codeOf(trouble), 'never')
  return later(retryAfter ?? 1)
}
