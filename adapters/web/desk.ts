// The staff's part of the wire: signing in by a one-time code, cases and their stories, the demonstration's clock.
import { type Context, Hono } from 'hono'
import { refuse } from './answer.ts'
import { parseJson, readBody } from './body.ts'
import { type Limits, openQueue } from './limits.ts'
import type { WebPorts } from './ports.ts'
import { addressOf, dropCookie, keepCookie, newToken } from './session.ts'
import type { Streams } from './stream.ts'
import { enter, type Visitor, visitorOf } from './visit.ts'

const DAY = 86_400_000
/** Of one network at once. */
const MOST_SIGNING_IN = 50

export function desk(ports: WebPorts, limits: Limits, streams: Streams): Hono {
  const app = new Hono()
  const { door, clock } = ports
  const oneByOne = openQueue(MOST_SIGNING_IN)

  app.post('/sign-in', async (c) => {
    const visitor = visitorOf(c, door)
    if (!visitor) return refuse(c, 'form')
    const waits = limits.signIn.waits(visitor.network, performance.now())
    if (waits) return refuse(c, 'slow', waits)
    const code = await field(c, 'code')
    if (typeof code !== 'string' || !code.trim() || code.length > 200) return refuse(c, 'form')
    const answer = await oneByOne(visitor.network, () => tries(c, visitor, code.trim()))
    return answer ?? refuse(c, 'slow', 5)
  })

  /** A whole station may come from one network: only what failed counts, and it counts before the next is tried. */
  async function tries(c: Context, visitor: Visitor, code: string): Promise<Response> {
    const waits = limits.signIn.waits(visitor.network, performance.now())
    if (waits) return refuse(c, 'slow', waits)
    // A new token at every sign-in: nothing said to whoever sat here before is seen by whoever sits here now.
    const token = newToken()
    const person = await ports.desk.signIn(code, addressOf(token), clock.now())
    if (!person) {
      limits.signIn.take(visitor.network, performance.now())
      return refuse(c, 'signIn')
    }
    if (visitor.token) await signOut(visitor.token)
    c.header('Set-Cookie', keepCookie(visitor.seat, token, door.secure))
    return c.json(person)
  }

  app.post('/sign-out', async (c) => {
    const visitor = visitorOf(c, door)
    if (!visitor) return refuse(c, 'form')
    if (visitor.token) await signOut(visitor.token)
    c.header('Set-Cookie', dropCookie(visitor.seat, door.secure))
    return c.json({ left: visitor.seat })
  })

  async function signOut(token: string) {
    const from = addressOf(token)
    if (await ports.desk.whoIs(from)) await ports.desk.signOut(from, clock.now())
    await streams.end(from)
  }

  app.get('/me', async (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const person = await ports.desk.whoIs(visit.from)
    return person ? c.json({ ...person, clock: { demo: clock.demo, now: clock.now() } }) : refuse(c, 'signIn')
  })

  app.get('/cases', async (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const cases = await ports.desk.cases(visit.from, clock.now())
    return cases ? c.json({ cases, now: clock.now() }) : refuse(c, 'signIn')
  })

  app.get('/cases/:number', async (c) => {
    const visit = enter(c, door, limits.read)
    if (visit instanceof Response) return visit
    const number = c.req.param('number')
    const story = number.length <= 60 ? await ports.desk.story(visit.from, number, clock.now()) : null
    return story ? c.json({ story, now: clock.now() }) : refuse(c, 'none')
  })

  app.post('/clock', async (c) => {
    const visit = enter(c, door, limits.message)
    if (visit instanceof Response) return visit
    if (!clock.demo) return refuse(c, 'clock')
    if (!(await ports.desk.whoIs(visit.from))) return refuse(c, 'signIn')
    const by = await field(c, 'by')
    if (typeof by !== 'number' || !Number.isSafeInteger(by) || by <= 0 || by > 366 * DAY)
      return refuse(c, 'form')
    return c.json({ now: await clock.advance(by) })
  })

  return app
}

async function field(c: Context, name: string): Promise<unknown> {
  const body = await readBody(c.req.raw, 4_096, 10_000)
  const parsed = typeof body === 'string' ? undefined : parseJson(body)
  return typeof parsed === 'object' && parsed !== null
    ? (parsed as { [key: string]: unknown })[name]
    : undefined
}
