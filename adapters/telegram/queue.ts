// What getUpdates handed out: chats side by side, each in its order, and how far Telegram may be told that it was heard.
import type { Update } from 'grammy/types'
import { Unavailable } from '../../flows/core/ports.ts'
import { laneOf } from './hear.ts'
import { growing, rest } from './pause.ts'

export type Queue = {
  /** Begins with what is new; gives how many that were. */
  add(updates: readonly Update[]): number
  /** Below this everything has been heard; Telegram may forget that, and nothing else. */
  offset(): number
  /** Telegram was told so, and will not hand out what is below any more. */
  confirmed(offset: number): void
  /** Whether something is not heard yet. */
  isBusy(): boolean
  /** Resolves when everything is heard, or after so many milliseconds. */
  settled(ms: number): Promise<void>
  /** Resolves when nothing is being heard any more; what failed waits for nothing once `held` has ended. */
  ended(): Promise<void>
}

/** Milliseconds after the first failure, and at most, before the same update is heard again. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 5_000

export function openQueue(
  take: (update: Update) => Promise<void>,
  held: AbortSignal,
  fault: (error: unknown, where: string) => void,
): Queue {
  /** By update id: handed out and not confirmed yet. True once heard. */
  const known = new Map<number, boolean>()
  const lanes = new Map<number, Promise<void>>()
  let waiting: (() => void)[] = []
  let next = 0

  const isBusy = () => [...known.values()].includes(false)

  async function one(update: Update, before: Promise<void> | undefined): Promise<void> {
    await before
    for (let failures = 1; !held.aborted; failures++) {
      try {
        await take(update)
        known.set(update.update_id, true)
        break
      } catch (error) {
        // Never passed over: the person's next words belong after these.
        if (!(error instanceof Unavailable)) fault(error, 'update')
        await rest(growing(failures, FIRST_PAUSE, LONGEST_PAUSE), held)
      }
    }
    if (!isBusy()) wake()
  }

  function wake(): void {
    const all = waiting
    waiting = []
    for (const go of all) go()
  }

  return {
    add(updates) {
      const fresh = updates.filter(({ update_id }) => !known.has(update_id))
      for (const update of fresh) {
        known.set(update.update_id, false)
        const lane = laneOf(update)
        const done = one(update, lanes.get(lane)).finally(() => {
          if (lanes.get(lane) === done) lanes.delete(lane)
        })
        lanes.set(lane, done)
      }
      const last = updates.at(-1)
      // The newest, not the highest: after a week of silence the numbers begin anew, perhaps below.
      if (last) next = last.update_id + 1
      return fresh.length
    },
    offset() {
      const open = [...known].flatMap(([id, heard]) => (heard ? [] : [id]))
      return open.length > 0 ? Math.min(...open) : next
    },
    confirmed(offset) {
      for (const [id, heard] of known) if (heard && id < offset) known.delete(id)
    },
    isBusy,
    async settled(ms) {
      if (!isBusy()) return
      const over = new AbortController()
      const all = new Promise<void>((resolve) => waiting.push(resolve))
      await Promise.race([all, rest(ms, AbortSignal.any([over.signal, held]))])
      over.abort()
    },
    async ended() {
      await Promise.all(lanes.values())
    },
  }
}
