/** Sends what the outbox promises: different people at once, each person's messages in order. */
import type { Outbox, Parcel } from '../db/store.ts'
import { type Log, markOf } from './log.ts'
import type { Metrics } from './metrics.ts'
import { pause, type SendBy, type Sent, send } from './send.ts'

export type Delivery = {
  /** Something was posted. */
  wake(): void
  /** Resolves when nothing can go now and nothing is under way. */
  drained(): Promise<void>
  underWay(): number
  /** False while the outbox cannot be read. */
  works(): boolean
  /** Claims nothing more; resolves when what was under way has ended, or its time is over. */
  stop(): Promise<void>
}

export type DeliverOn = Omit<SendBy, 'patience'> & {
  outbox: Outbox
  log: Log
  metrics: Pick<Metrics, 'sent'>
  /** Hears what came of every send. */
  watch?: { sent(channel: string, sent: Sent): void }
  /** Milliseconds: for one send, between two looks at the outbox, for the sends under way when stopping. */
  patience?: number
  poll?: number
  grace?: number
  /** How many sends may be under way. */
  lanes?: number
}

export function openDelivery(on: DeliverOn): Delivery {
  const { outbox, log, metrics, patience = 15_000, poll = 2_000, grace = 6_000, lanes = 32 } = on
  // Long enough for a send and for writing down what came of it.
  const lease = patience * 3
  const underWay = new Map<string, Promise<void>>()
  let claiming: Promise<void> | null = null
  let again = false
  let stopping = false
  let works = true
  /** Ends the waiting for each send under way. */
  const cuts = new Set<(sent: Sent) => void>()
  const timer = setInterval(wake, poll)
  timer.unref()

  function wake(): void {
    again = true
    if (claiming || stopping) return
    claiming = claim().finally(() => {
      claiming = null
      // A wake-up that came while the claim ended must not be lost.
      if (again) wake()
    })
  }

  async function claim(): Promise<void> {
    while (again && !stopping) {
      again = false
      const free = lanes - underWay.size
      if (free <= 0) return
      try {
        const parcels = await outbox.claim(on.now(), free, lease)
        if (!works) log.info('the outbox can be read again')
        works = true
        for (const parcel of parcels) begin(parcel)
      } catch (error) {
        // The next poll tries again.
        if (works) log.error('the outbox cannot be read', { error })
        works = false
        again = false
      }
    }
  }

  function begin(parcel: Parcel): void {
    // A moved clock may end a lease early: what is under way here is not sent beside itself.
    if (underWay.has(parcel.id)) return
    const done = one(parcel).finally(() => {
      underWay.delete(parcel.id)
      // The next message to the same person may go now.
      wake()
    })
    underWay.set(parcel.id, done)
  }

  async function one(parcel: Parcel): Promise<void> {
    const began = performance.now()
    try {
      if (parcel.class === 'once') await outbox.sending(parcel.id)
    } catch (error) {
      log.error('a send was not begun', { error, parcel: parcel.id })
      return
    }
    const cut = Promise.withResolvers<Sent>()
    cuts.add(cut.resolve)
    const sent = await Promise.race([send(parcel, { ...on, patience }), cut.promise])
    cuts.delete(cut.resolve)
    const { channel } = parcel.to
    metrics.sent(channel, sent.kind, (performance.now() - began) / 1000)
    on.watch?.sent(channel, sent)
    const facts = { channel, who: markOf(parcel.to), parcel: parcel.id, attempts: parcel.attempts }
    if (sent.kind === 'delivered' || sent.kind === 'waiting')
      log.debug('sent', { ...facts, ...askedIn(parcel) })
    else {
      log.warn('a message was not delivered', {
        ...facts,
        outcome: sent.kind,
        ...('error' in sent && { error: sent.error }),
      })
    }
    await record(parcel, sent)
  }

  /** Tries more than once: a send that is not written down is made again. */
  async function record(parcel: Parcel, sent: Sent): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await mark(parcel, sent)
      } catch (error) {
        const last = attempt >= 3 || stopping
        log.error('what came of a send was not written down', {
          error,
          parcel: parcel.id,
          attempts: attempt + 1,
        })
        if (last) return
        await new Promise((resolve) => setTimeout(resolve, pause(attempt + 1)))
      }
    }
  }

  function mark({ id }: Parcel, sent: Sent): Promise<void> {
    const now = on.now()
    switch (sent.kind) {
      case 'delivered':
        return outbox.delivered(id, now, sent.ref)
      case 'moved':
        return outbox.moved(id, sent.to, now)
      case 'waiting':
        return outbox.waiting(id, now)
      case 'retry':
        return outbox.retry(id, sent.at, sent.why)
      case 'dead':
        return outbox.dead(id, sent.why, now)
      case 'unknown':
        return outbox.unknown(id, sent.why, now)
    }
  }

  async function drained(): Promise<void> {
    for (;;) {
      wake()
      await claiming
      if (stopping || !works) return
      if (underWay.size > 0) await Promise.race(underWay.values())
      else if (!claiming) return
    }
  }

  return {
    wake,
    drained,
    underWay: () => underWay.size,
    works: () => works,
    async stop() {
      stopping = true
      clearInterval(timer)
      const overdue = setTimeout(() => {
        for (const cut of cuts) cut({ kind: 'unknown', why: 'stopped before the answer' })
      }, grace)
      await claiming
      await Promise.all(underWay.values())
      clearTimeout(overdue)
    },
  }
}

/** What kind of message it is, and the question that it asks: names of steps, never what is said. */
const askedIn = ({ content }: Parcel): { event: string; step?: string } => {
  if ('notice' in content) return { event: content.revises ? 'revised' : content.notice.kind }
  const { reply } = content
  return { event: reply.kind, ...('id' in reply && { step: reply.id }) }
}
