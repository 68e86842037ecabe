// The wire of the talk itself: arriving, sending, listening, having seen, leaving.
import { type Context, Hono } from 'hono'
import type { FileRef } from '../../flows/core/event.ts'
import { type Address, type Hear, Unavailable } from '../../flows/core/ports.ts'
import { refuse } from './answer.ts'
import { parseJson, readBody } from './body.ts'
import { hear, read, type Sent } from './hear.ts'
import type { Limits } from './limits.ts'
import type { WebPorts } from './ports.ts'
import { render } from './render.ts'
import { addressOf, dropCookie, keepCookie, newToken } from './session.ts'
import type { Streams } from './stream.ts'
import { enter, visitorOf } from './visit.ts'

const LARGEST = 256 * 1024
const BODY_TIME = 10_000
/** A turn that takes longer is answered "again"; its id keeps it from counting twice. */
const TURN_TIME = 20_000
const PAGE_OF_MESSAGES = 200

export function talk(ports: WebPorts, limits: Limits, streams: Streams, desk: Hear): Hono {
  const app = new Hono()
  const { door, station, clock } = ports

  app.post('/hello', (c) => {
    const visitor = visitorOf(c, door)
    if (!visitor) return refuse(c, 'form')
    const waits = visitor.token ? 0 : limits.arrival.take(visitor.network, performance.now())
    if (waits) return refuse(c, 'slow', waits)
    c.header('Set-Cookie', keepCookie(visitor.seat, visitor.token ?? newToken(), door.secure))
    const { name, phone, locales, offset } = station
    const fresh = visitor.token === null
    return c.json({ fresh, station: { name, phone, locales, offset }, now: clock.now(), demo: clock.demo })
  })

  app.post('/send', async (c) => {
    const visit = enter(c, door, limits.message)
    if (visit instanceof Response) return visit
    const body = await readBody(c.req.raw, LARGEST, BODY_TIME)
    if (typeof body === 'string') return refuse(c, body)
    const sent = read(parseJson(body))
    if (!sent) return refuse(c, 'form')
    try {
      return await inTime(take(c, sent, visit.from))
    } catch (error) {
      if (error instanceof Unavailable) return refuse(c, 'away', error.retryAfter)
      ports.fault(error, 'send')
      return refuse(c, 'fault', 10)
    }
  })

  async function take(c: Context, sent: Sent, from: Address): Promise<Response> {
    const inbound = hear(sent, from, clock.now(), await kept(sent, from))
    if (!inbound) return refuse(c, 'file')
    await desk(inbound)
    return c.json({ taken: sent.id })
  }

  async function kept({ event }: Sent, from: Address): Promise<ReadonlyMap<string, FileRef>> {
    const refs = new Map<string, FileRef>()
    if (event.kind !== 'files') return refs
    for (const { id } of event.files) {
      const file = await ports.files.get(id, from, clock.now())
      if (file) refs.set(id, { id, type: file.type, ...(file.name && { name: file.name }) })
    }
    return refs
  }

  app.get('/stream', (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const after = whole(c.req.header('last-event-id') ?? c.req.query('after'))
    return after === null ? refuse(c, 'form') : streams.open(c, visit.from, after)
  })

  app.get('/messages', async (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const after = whole(c.req.query('after'))
    if (after === null) return refuse(c, 'form')
    const messages = await ports.since(visit.from, after, PAGE_OF_MESSAGES)
    return c.json({ messages: messages.map(render), more: messages.length === PAGE_OF_MESSAGES })
  })

  app.post('/seen', async (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const body = await readBody(c.req.raw, 1_024, BODY_TIME)
    if (typeof body === 'string') return refuse(c, body)
    const seq = (parseJson(body) as { seq?: unknown } | null | undefined)?.seq
    if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return refuse(c, 'form')
    await ports.acknowledged(visit.from, seq, clock.now())
    return c.json({ seen: seq })
  })

  app.post('/leave', async (c) => {
    const visitor = visitorOf(c, door)
    if (!visitor) return refuse(c, 'form')
    c.header('Set-Cookie', dropCookie(visitor.seat, door.secure))
    if (visitor.token) await streams.end(addressOf(visitor.token))
    return c.json({ left: visitor.seat })
  })

  return app
}

/** A sequence number as text; absent is 0. */
function whole(text: string | undefined): number | null {
  if (!text) return 0
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Unavailable('the turn took too long')), TURN_TIME)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
