// Updates on their way to the bot: numbered one after the other, kept for a time, forgotten once confirmed.
import type { Ledger, UpdateKind, UpdateRecord } from './ledger.ts'
import { DAY, type Time } from './time.ts'
import type { News } from './world.ts'

export type Updates = {
  /** Null where the bot has said that it does not want this kind. */
  add(kind: UpdateKind, lane: string, lifeMs: number, content: News): UpdateRecord | null
  /** What is kept for the bot now, oldest first. */
  waiting(): UpdateRecord[]
  /** From a place on, forgetting what is before it; a place that cannot be is taken for the first one. */
  from(offset: number, limit: number): UpdateRecord[]
  /** Forgets all but the newest. */
  keepNewest(count: number): void
  end(record: UpdateRecord, state: 'acknowledged' | 'dropped', why?: UpdateRecord['why']): void
  allow(kinds: readonly string[]): void
  /** What the bot asked for; null as long as it has asked for nothing. */
  allowed(): readonly string[] | null
  /** Called with each update that comes. */
  onAdded(listener: (record: UpdateRecord) => void): void
}

export function newUpdates(ledger: Ledger, time: Time, chance: () => number): Updates {
  const kept = new Map<number, UpdateRecord>()
  const listeners: ((record: UpdateRecord) => void)[] = []
  let allowed: readonly string[] | null = null
  let next = randomStart()
  let newestAt = time.now()

  const updates: Updates = {
    add(kind, lane, lifeMs, content) {
      if (allowed && !allowed.includes(kind)) return null
      // After a week of silence numbers begin anew somewhere else, perhaps below.
      if (time.now() - newestAt > 7 * DAY) next = randomStart()
      newestAt = time.now()
      const id = next++
      const record: UpdateRecord = {
        id,
        kind,
        lane,
        update: { update_id: id, ...content },
        at: newestAt,
        until: newestAt + lifeMs,
        state: 'waiting',
        why: null,
        fetched: 0,
        pushes: [],
      }
      kept.set(id, record)
      ledger.updates.push(record)
      for (const listener of listeners) listener(record)
      return record
    },
    waiting() {
      const now = time.now()
      for (const record of kept.values()) if (record.until <= now) updates.end(record, 'dropped', 'expired')
      return [...kept.values()]
    },
    from(offset, limit) {
      let waiting = updates.waiting()
      // A number from before the week of silence lies far ahead: it confirms nothing.
      if (offset > 0 && offset <= next + 10) {
        for (const record of waiting) if (record.id < offset) updates.end(record, 'acknowledged')
        waiting = waiting.filter(({ id }) => id >= offset)
      }
      return waiting.slice(0, limit)
    },
    keepNewest(count) {
      const waiting = updates.waiting()
      for (const record of waiting.slice(0, Math.max(0, waiting.length - count)))
        updates.end(record, 'dropped', 'forgotten')
    },
    end(record, state, why = null) {
      if (!kept.delete(record.id)) return
      record.state = state
      record.why = why
    },
    allow(kinds) {
      allowed = kinds.length === 0 ? null : kinds.map((kind) => kind.toLowerCase())
    },
    allowed: () => allowed,
    onAdded(listener) {
      listeners.push(listener)
    },
  }
  return updates

  function randomStart(): number {
    return 100_000_000 + Math.trunc(chance() * 800_000_000)
  }
}
