// The webhook: each lane's updates in order, the next only when the one before was taken; retries, and what is given up.
import { Agent } from 'node:http'
import type { FaultPlan } from '../faults.ts'
import type { Ledger, UpdateRecord } from './ledger.ts'
import { isTaken, type Posted, post } from './post.ts'
import type { Time } from './time.ts'
import type { Timers } from './timers.ts'
import type { Updates } from './updates.ts'

export type Target = { url: string; secret: string; maxConnections: number }

export type Push = {
  /** Begins to bring everything that waits, and all that comes; null ends it. */
  to(target: Target | null): void
  /** A further replica behind the same address: each update goes to any of them. */
  alsoTo(url: string): void
  /** Nothing is brought by itself until `release`. */
  hold(): void
  release(): void
  /** One attempt with one update, now: the status that was answered, or null where the connection broke. */
  once(record: UpdateRecord, url?: string): Promise<number | null>
  /** True while something is on its way, or a copy or a late one still has to go. */
  isBusy(): boolean
  lastError(): { at: number; why: string } | null
  stop(): void
}

/** An update on its way. `waited` counts seconds of the real platform. */
type Delivery = {
  record: UpdateRecord
  lane: Lane
  copy: boolean
  fails: number
  delay: number
  waited: number
}
type Lane = { name: string; queue: Delivery[]; state: 'idle' | 'ready' | 'sending' | 'resting' }

const LONGEST_DELAY = 60
const LONGEST_RETRY_AFTER = 3600
const GONE_FOR_GOOD_AFTER = 23 * 3_600_000

export function newPush(parts: {
  updates: Updates
  ledger: Ledger
  time: Time
  timers: Timers
  faults: FaultPlan
  idleMs: number
  /** The bot may put one call into its answer. */
  reply(method: string, given: Record<string, unknown>): void
  closed(): void
}): Push {
  const { updates, ledger, time, timers, faults } = parts
  const lanes = new Map<string, Lane>()
  const ready: Lane[] = []
  const others: string[] = []
  let aside: { delivery: Delivery; after: number; cancel: () => void }[] = []
  let target: Target | null = null
  let agent = new Agent({ keepAlive: true })
  let underWay = 0
  let held = false
  let running = false
  let numbered = 0
  let lastError: { at: number; why: string } | null = null
  let goneSince: number | null = null

  updates.onAdded((record) => {
    if (target) accept(record)
  })

  const push: Push = {
    to(next) {
      target = next
      goneSince = null
      lastError = null
      lanes.clear()
      ready.length = 0
      for (const { cancel } of aside) cancel()
      aside = []
      agent.destroy()
      agent = new Agent({ keepAlive: true, maxSockets: next?.maxConnections ?? 1 })
      if (next) for (const record of updates.waiting()) accept(record)
    },
    alsoTo: (url) => void others.push(url),
    hold() {
      held = true
    },
    release() {
      held = false
      run()
    },
    async once(record, url) {
      const { status } = await attempt(record, url ?? anyUrl(), false)
      if (isTaken(status)) updates.end(record, 'acknowledged')
      return status
    },
    isBusy: () => underWay > 0 || aside.length > 0 || lanes.size > 0,
    lastError: () => lastError,
    stop() {
      target = null
      lanes.clear()
      ready.length = 0
      agent.destroy()
    },
  }
  return push

  function accept(record: UpdateRecord): void {
    const fault = faults.next({ method: record.kind, side: 'push' })
    if (fault.kind === 'reorder') {
      stepAside(record)
      return
    }
    enqueue(record, record.lane, false)
    if (fault.kind !== 'duplicate') return
    const copies = 1 + Math.floor(faults.chance('copies') * 4)
    for (let copy = 0; copy < copies; copy++) enqueue(record, `copy ${numbered++}`, true)
  }

  /** Lets up to fifty later updates go before this one, or a moment pass where none comes. */
  function stepAside(record: UpdateRecord): void {
    const lane: Lane = { name: `aside ${numbered++}`, queue: [], state: 'idle' }
    const delivery = newDelivery(record, lane, false)
    const waiting = {
      delivery,
      after: 1 + Math.floor(faults.chance('aside') * 50),
      cancel: timers.after(20 + faults.chance('aside') * 80, () => back(waiting)),
    }
    aside.push(waiting)
  }

  function back(waiting: (typeof aside)[number]): void {
    waiting.cancel()
    aside = aside.filter((one) => one !== waiting)
    const { lane } = waiting.delivery
    lanes.set(lane.name, lane)
    lane.queue.push(waiting.delivery)
    wake(lane)
  }

  function enqueue(record: UpdateRecord, name: string, copy: boolean): void {
    for (const waiting of aside.filter((one) => --one.after <= 0)) back(waiting)
    const lane = lanes.get(name) ?? { name, queue: [], state: 'idle' }
    lanes.set(name, lane)
    lane.queue.push(newDelivery(record, lane, copy))
    wake(lane)
  }

  function newDelivery(record: UpdateRecord, lane: Lane, copy: boolean): Delivery {
    return { record, lane, copy, fails: 0, delay: 1, waited: 0 }
  }

  function wake(lane: Lane): void {
    if (lane.state !== 'idle') return
    if (lane.queue.length === 0) {
      lanes.delete(lane.name)
      return
    }
    lane.state = 'ready'
    ready.push(lane)
    run()
  }

  function run(): void {
    if (running) return
    running = true
    try {
      bringWhatIsReady()
    } finally {
      running = false
    }
  }

  function bringWhatIsReady(): void {
    while (!held && target && underWay < target.maxConnections) {
      const lane = ready.shift()
      if (!lane) return
      const delivery = lane.queue[0]
      if (!delivery) {
        lane.state = 'idle'
        lanes.delete(lane.name)
        continue
      }
      const { record, copy } = delivery
      if (!copy && record.until <= time.now()) updates.end(record, 'dropped', 'expired')
      if (!copy && record.state !== 'waiting') {
        leave(delivery)
        continue
      }
      lane.state = 'sending'
      underWay++
      void bring(delivery)
    }
  }

  async function bring(delivery: Delivery): Promise<void> {
    const of = target
    const { status, retryAfter } = await attempt(delivery.record, anyUrl(), delivery.copy)
    underWay--
    if (target === of && of !== null) {
      if (isTaken(status)) {
        if (!delivery.copy) updates.end(delivery.record, 'acknowledged')
        leave(delivery)
      } else failed(delivery, retryAfter)
    }
    run()
  }

  function leave({ lane }: Delivery): void {
    lane.queue.shift()
    lane.state = 'idle'
    wake(lane)
  }

  /** The first retry comes at once, each later one after twice the time; not beyond the update's life. */
  function failed(delivery: Delivery, retryAfter: number): void {
    let wait = Math.min(retryAfter, LONGEST_RETRY_AFTER)
    if (retryAfter === 0 && delivery.fails > 0) {
      const most = LONGEST_DELAY * (1 + faults.chance('retry'))
      delivery.delay = Math.min(most, delivery.delay * 2)
      wait = delivery.delay
    }
    delivery.fails++
    // Waits are shortened, and the clock does not know it: what they stand for counts.
    delivery.waited += wait
    const passed = delivery.waited * 1000 * (1 - Math.min(1, time.pace))
    if (time.now() + passed > delivery.record.until) {
      if (!delivery.copy) updates.end(delivery.record, 'dropped', 'given up')
      leave(delivery)
      return
    }
    const { lane } = delivery
    lane.state = 'resting'
    timers.after(time.wait(wait), () => {
      if (lanes.get(lane.name) !== lane) return
      lane.state = 'idle'
      wake(lane)
    })
  }

  function anyUrl(): string {
    if (!target) throw new Error('no webhook is set')
    const urls = [target.url, ...others]
    return urls[Math.floor(faults.chance('replica') * urls.length)] ?? target.url
  }

  async function attempt(record: UpdateRecord, url: string, copy: boolean): Promise<Posted> {
    const answer = await post(url, JSON.stringify(record.update), {
      agent,
      timeout: parts.idleMs,
      secret: target?.secret ?? '',
    })
    record.pushes.push({ at: time.now(), url, status: answer.status, copy })
    if (isTaken(answer.status)) goneSince = null
    else complain(answer.status)
    if (answer.reply) {
      const { method, ...given } = answer.reply
      ledger.repliedWith.push(String(method))
      parts.reply(String(method), given)
    }
    return answer
  }

  function complain(status: number | null): void {
    const why = status === null ? 'Webhook connection closed' : `Wrong response from the webhook: ${status}`
    lastError = { at: time.now(), why }
    if (status !== 410) goneSince = null
    else goneSince ??= time.now()
    if (goneSince !== null && time.now() > goneSince + GONE_FOR_GOOD_AFTER) parts.closed()
  }
}
