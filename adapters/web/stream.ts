// Server-Sent Events: what is said to an address, as it is said, and from where the client left off.
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Address } from '../../flows/core/ports.ts'
import type { Message } from '../../flows/core/reply.ts'
import { render } from './render.ts'

/** How the streams keep time, in milliseconds. */
export type Pace = {
  /** A sign of life for the client and for the proxies between; the books are asked again then, too. */
  beat: number
  /** A wake-up without an address reaches every stream; each asks the books at most once in this time. */
  gap: number
  /** A stream ends after this and the client comes back: no connection lives for ever. */
  life: number
}
export const PACE: Pace = { beat: 15_000, gap: 100, life: 15 * 60_000 }

const BATCH = 100
/** Streams of one address, of all: the oldest gives way to a new one. */
const MOST_EACH = 6
const MOST = 5_000

type Books = {
  since(to: Address, seq: number, limit: number): Promise<Message[]>
  fault(error: unknown, where: string): void
}
type Open = { of: Address; wake(soon: boolean): void; end(): void; ended: Promise<void> }

export type Streams = {
  /** Answers with everything after `after`, and goes on. */
  open(c: Context, of: Address, after: number): Response
  /** Something was said to this address, or to anybody. */
  wake(to?: Address): void
  /** Ends the streams of one address, or all. */
  end(of?: Address): Promise<void>
}

export function streams(books: Books, pace: Pace = PACE): Streams {
  const all = new Set<Open>()
  const withId = (id: string) => [...all].filter(({ of }) => of.id === id)

  function makeRoom(of: Address) {
    const own = withId(of.id)
    if (own.length >= MOST_EACH) own[0]!.end()
    if (all.size >= MOST) all.values().next().value!.end()
  }

  return {
    open(c, of, after) {
      makeRoom(of)
      c.header('X-Accel-Buffering', 'no')
      const answer = streamSSE(c, async (sse) => {
        const bell = alarm(pace.gap)
        const ended = Promise.withResolvers<void>()
        // A stalled reader holds a write for ever; aborting frees it, and the client comes back.
        const entry: Open = { of, wake: bell.ring, end: () => sse.abort(), ended: ended.promise }
        all.add(entry)
        sse.onAbort(bell.stop)
        const beats = setInterval(bell.beat, pace.beat)
        const life = setTimeout(() => sse.abort(), pace.life)
        try {
          await pump(sse, books, of, after, bell)
        } catch (error) {
          books.fault(error, 'stream')
        } finally {
          clearInterval(beats)
          clearTimeout(life)
          bell.stop()
          all.delete(entry)
          ended.resolve()
        }
      })
      // Proxies may not change what passes, or hold it back to compress it.
      answer.headers.set('Cache-Control', 'no-store, no-transform')
      return answer
    },
    wake(to) {
      for (const one of to ? withId(to.id) : all) one.wake(to !== undefined)
    },
    async end(of) {
      const ending = of ? withId(of.id) : [...all]
      for (const one of ending) one.end()
      await Promise.all(ending.map(({ ended }) => ended))
    },
  }
}

async function pump(sse: SSEStreamingApi, books: Books, of: Address, after: number, bell: Alarm) {
  await sse.write('retry: 2000\n\n')
  await sse.writeSSE({ event: 'beat', data: '{}' })
  let seen = after
  for (;;) {
    const batch = await books.since(of, seen, BATCH)
    for (const message of batch) {
      if (bell.stopped()) return
      await sse.writeSSE({ id: String(message.seq), event: 'message', data: JSON.stringify(render(message)) })
      seen = message.seq
    }
    if (batch.length === BATCH) continue
    if ((await bell.rung()) === 'beat') await sse.writeSSE({ event: 'beat', data: '{}' })
    if (bell.stopped()) return
  }
}

type Alarm = {
  ring(soon: boolean): void
  beat(): void
  /** Waits until something happens; what happened while nobody waited counts. */
  rung(): Promise<'beat' | 'ring'>
  stop(): void
  stopped(): boolean
}

/** Rings that are not `soon` are gathered for `gap` milliseconds. */
function alarm(gap: number): Alarm {
  let rings = false
  let beats = false
  let stopped = false
  let waiting: (() => void) | null = null
  let gathering: NodeJS.Timeout | undefined
  const strike = () => {
    clearTimeout(gathering)
    gathering = undefined
    rings = true
    waiting?.()
  }
  return {
    ring(soon) {
      if (soon) strike()
      else if (!stopped) gathering ??= setTimeout(strike, gap)
    },
    beat() {
      beats = true
      strike()
    },
    async rung() {
      if (!rings) {
        const woken = Promise.withResolvers<void>()
        waiting = woken.resolve
        await woken.promise
        waiting = null
      }
      const heard = beats ? 'beat' : 'ring'
      rings = beats = false
      return heard
    },
    stop() {
      stopped = true
      strike()
    },
    stopped: () => stopped,
  }
}
