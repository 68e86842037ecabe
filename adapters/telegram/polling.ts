// Asking Telegram for news, without end: nothing is confirmed before it is heard, and no fault makes the bot deaf.
// Telegram shows at most a hundred updates above the lowest one that is not heard: so far others go on around a slow chat.
import type { Update } from 'grammy/types'
import type { Telegram } from './api.ts'
import { UPDATES } from './hear.ts'
import { growing, rest } from './pause.ts'
import { openQueue, type Queue } from './queue.ts'
import { type Trouble, troubleIn, wayTrouble } from './trouble.ts'

export type PollingOn = {
  telegram: Telegram
  take(update: Update): Promise<void>
  fault(error: unknown, where: string): void
  /** Seconds that Telegram may wait for something new. */
  wait: number
}

export type Polling = {
  /** Asks until `held` ends; resolves when what was begun has ended, too. `mine` ends when another process may be asking. */
  run(held: AbortSignal, mine: AbortSignal): Promise<void>
  /** Whether Telegram has answered lately. */
  isFresh(): boolean
  /** Resolves when the first question has been answered, or has failed. */
  asked: Promise<void>
}

const MOST = 100
/** Milliseconds: what an answer may take beyond the waiting; what an answer is good for beyond the next one. */
const SLACK = 5_000
const FRESH = 10_000
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000
/**
 * Before asking again around updates that are being heard. From the same place only after a while: Telegram answers
 * whoever asks twice within half a second with a single update.
 */
const AROUND = 200
const SAME_PLACE = 600
const LONGEST_AROUND = 1_200

export function polling({ telegram, take, fault, wait }: PollingOn): Polling {
  const asked = Promise.withResolvers<void>()
  let answeredAt = Number.NEGATIVE_INFINITY

  async function run(held: AbortSignal, mine: AbortSignal): Promise<void> {
    const queue = openQueue(take, held, fault)
    let failures = 0
    let around = SAME_PLACE
    // The first question is answered at once, whatever there is: so it is known soon whether the bot hears.
    let seconds = 0
    while (!held.aborted) {
      const began = performance.now()
      const place = queue.offset()
      try {
        const fresh = await more(queue, place, seconds, held)
        failures = 0
        around = fresh > 0 ? SAME_PLACE : Math.min(around * 1.5, LONGEST_AROUND)
        // Empty answers come after a wait; from a server that does not wait, ours keeps the line quiet.
        if (seconds > 0 && fresh === 0 && performance.now() - began < AROUND) await rest(AROUND, held)
      } catch (error) {
        if (held.aborted) break
        fault(error, 'getUpdates')
        failures++
        await mend(troubleIn(error), failures, held)
      } finally {
        asked.resolve()
      }
      await queue.settled(AROUND)
      if (queue.offset() === place) await queue.settled(around - AROUND)
      seconds = queue.isBusy() ? 0 : wait
    }
    await queue.ended()
    // Asking beside another process would end its question.
    if (!mine.aborted) await confirm(queue)
  }

  async function more(queue: Queue, offset: number, seconds: number, held: AbortSignal): Promise<number> {
    const updates = await telegram.call(
      (api, signal) =>
        api.getUpdates(
          { ...(offset > 0 && { offset }), limit: MOST, timeout: seconds, allowed_updates: UPDATES },
          signal,
        ),
      seconds * 1_000 + SLACK,
      held,
    )
    if (!Array.isArray(updates)) throw wayTrouble('foreign', 200)
    answeredAt = performance.now()
    queue.confirmed(offset)
    return queue.add(updates.filter((update) => Number.isSafeInteger(update?.update_id)))
  }

  async function mend(trouble: Trouble | null, failures: number, held: AbortSignal): Promise<void> {
    if (trouble?.reason === 'webhook set')
      await telegram
        .call((api, signal) => api.deleteWebhook({ drop_pending_updates: false }, signal), SLACK, held)
        .catch((error: unknown) => fault(error, 'deleteWebhook'))
    const told = (trouble?.retryAfter ?? 0) * 1_000
    await rest(Math.max(told, growing(failures, FIRST_PAUSE, LONGEST_PAUSE)), held)
  }

  /** What was heard last need not come again; it would be recognised, so this may fail. */
  async function confirm(queue: Queue): Promise<void> {
    const offset = queue.offset()
    if (offset === 0) return
    await telegram
      .call(
        (api, signal) => api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: UPDATES }, signal),
        2_000,
      )
      .catch(() => {})
  }

  return {
    run,
    asked: asked.promise,
    isFresh: () => performance.now() - answeredAt < wait * 1_000 + FRESH && !telegram.isRefused(),
  }
}
