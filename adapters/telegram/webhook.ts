// Telegram brings its news to us: where to, and the door where they come in. Nothing is answered with 2xx before it is kept.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { Unavailable } from '../../flows/core/ports.ts'
import type { Telegram } from './api.ts'
import { readBody } from './body.ts'
import { UPDATES } from './hear.ts'
import { growing, rest } from './pause.ts'
import { troubleIn } from './trouble.ts'

/** Bytes and milliseconds of one update. */
const LARGEST = 1024 * 1024
const BODY_TIME = 10_000
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** How many updates Telegram brings at once: what one process can hear in the time that Telegram waits. */
const CONNECTIONS = 40
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
/** Milliseconds: set again now and then, in case that somebody else with our token took it away. */
const AGAIN = 600_000

/** `take` throws when the update is to come again. */
export function webhookDoor(
  secret: string,
  take: (update: Update) => Promise<void>,
  fault: (error: unknown, where: string) => void,
): Hono {
  const app = new Hono()
  const wanted = digest(secret)
  app.post('/telegram', async (c) => {
    const given = c.req.header(SECRET_HEADER)
    // Of digests, so that not even the length can be measured. What a stranger sends is not read.
    if (!secret || given === undefined || !timingSafeEqual(digest(given), wanted)) return c.text('no\n', 401)
    const body = await readBody(c.req.raw, LARGEST, BODY_TIME)
    if (body === 'large') return c.text('too large\n', 413)
    if (body === 'late') return c.text('too slow\n', 408)
    const update = updateIn(body)
    if (!update) return c.text('not an update\n', 400)
    try {
      await take(update)
      return c.text('ok\n')
    } catch (error) {
      const again = error instanceof Unavailable ? error.retryAfter : 5
      if (!(error instanceof Unavailable)) fault(error, 'update')
      return c.text('come again\n', 503, { 'Retry-After': String(Math.max(1, Math.ceil(again))) })
    }
  })
  return app
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

function updateIn(bytes: Uint8Array): Update | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isUpdate(parsed) ? parsed : null
  } catch {
    return null
  }
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id)

/** Tells Telegram where to, and goes on until it has understood. `first` resolves when it has answered, or failed, once. */
export function keepWebhook(
  telegram: Telegram,
  { url, secret }: { url: string; secret: string },
  fault: (error: unknown, where: string) => void,
  closing: AbortSignal,
): { isSet(): boolean; first: Promise<void>; ended: Promise<void> } {
  const first = Promise.withResolvers<void>()
  let set = false
  const ended = (async () => {
    let failures = 0
    let told = 0
    while (!closing.aborted) {
      try {
        await telegram.call(
          (api, signal) =>
            api.setWebhook(
              url,
              { secret_token: secret, allowed_updates: UPDATES, max_connections: CONNECTIONS },
              signal,
            ),
          undefined,
          closing,
        )
        set = true
        failures = 0
        told = 0
      } catch (error) {
        if (closing.aborted) break
        const trouble = troubleIn(error)
        // A bad day does not undo what Telegram knows already; that it will not have this address does.
        if (trouble?.kind === 'refused' && trouble.status === 400) set = false
        told = (trouble?.retryAfter ?? 0) * 1_000
        failures++
        fault(error, 'setWebhook')
      } finally {
        first.resolve()
      }
      await rest(
        failures === 0 ? AGAIN : Math.max(told, growing(failures, FIRST_PAUSE, LONGEST_PAUSE)),
        closing,
      )
    }
  })()
  return { isSet: () => set && !telegram.isRefused(), first: first.promise, ended }
}
