// getUpdates: one caller at a time waits for news; a second ends the wait of the first.
import type { UpdateRecord } from './ledger.ts'
import { inside, type Parameters, whole } from './parameters.ts'
import { Refusal } from './refusal.ts'
import type { Time } from './time.ts'
import type { Timers } from './timers.ts'
import type { Updates } from './updates.ts'

export type Poll = {
  /** `gone` resolves when whoever called has hung up. */
  get(given: Parameters, gone: Promise<void>): Promise<UpdateRecord['update'][]>
  /** Ends the wait that is open, because a webhook was set. */
  endedByWebhook(): void
  /** A 409, which comes late when another came just before. */
  conflict(why: string): Promise<never>
  /** True while somebody waits for news. */
  waits(): boolean
}

const WEBHOOK_IS_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const ENDED_BY_OTHER =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
const ENDED_BY_WEBHOOK = 'Conflict: terminated by setWebhook request'

/** `timeout` and pauses in seconds of the real platform. */
const LONGEST = 50
const PAUSE_BETWEEN_CONFLICTS = 3
const SAME_PLACE_AGAIN = 3

export function newPoll(updates: Updates, time: Time, timers: Timers, webhookIsActive: () => boolean): Poll {
  let open: { look(): void; end(why: string): void } | null = null
  let nextConflictAt = 0
  let last = { offset: Number.NaN, at: 0 }
  updates.onAdded(() => {
    // A moment later, so that what comes together goes together.
    const waiting = open
    if (waiting) setImmediate(() => waiting.look())
  })

  const poll: Poll = {
    async get(given, gone) {
      if (webhookIsActive()) return poll.conflict(WEBHOOK_IS_ACTIVE)
      const offset = whole(given, 'offset', 0, -(2 ** 31), 2 ** 31 - 1)
      let limit = whole(given, 'limit', 100, 1, 100)
      let timeout = whole(given, 'timeout', 0, 0, LONGEST)
      const wanted = inside(given, 'allowed_updates', "can't parse allowed updates")
      if (Array.isArray(wanted)) updates.allow(wanted.map(String))

      // Asking again at once from the same place is slowed down.
      const now = Date.now()
      const again = offset === last.offset
      if (again && now < last.at + time.wait(SAME_PLACE_AGAIN)) timeout = Math.max(timeout, SAME_PLACE_AGAIN)
      if (again && now < last.at + time.wait(0.5)) limit = 1
      last = { offset, at: now }

      if (offset < 0) updates.keepNewest(-offset)
      const look = (): UpdateRecord['update'][] =>
        updates.from(offset, limit).map((record) => {
          record.fetched++
          return record.update
        })
      const found = look()
      if (found.length > 0 || timeout === 0) return found
      open?.end(ENDED_BY_OTHER)
      return wait(look, timeout, gone)
    },
    endedByWebhook: () => open?.end(ENDED_BY_WEBHOOK),
    conflict(why) {
      const now = Date.now()
      const late = now < nextConflictAt
      if (!late) nextConflictAt = now + time.wait(PAUSE_BETWEEN_CONFLICTS)
      return new Promise((_, reject) =>
        timers.after(late ? time.wait(PAUSE_BETWEEN_CONFLICTS) : 0, () => reject(new Refusal(409, why))),
      )
    },
    waits: () => open !== null,
  }
  return poll

  function wait(
    look: () => UpdateRecord['update'][],
    timeout: number,
    gone: Promise<void>,
  ): Promise<UpdateRecord['update'][]> {
    return new Promise((resolve, reject) => {
      const leave = (finish: () => void): void => {
        if (open !== mine) return
        open = null
        cancel()
        finish()
      }
      const mine = {
        look() {
          if (open !== mine) return
          const found = look()
          if (found.length > 0) leave(() => resolve(found))
        },
        end: (why: string) => leave(() => void poll.conflict(why).catch(reject)),
      }
      const cancel = timers.after(time.wait(timeout), () => leave(() => resolve([])))
      open = mine
      void gone.then(() => leave(() => resolve([])))
    })
  }
}
