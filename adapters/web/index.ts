// The web channel: residents' and staff's pages, and the wire that any client can speak (PROTOCOL.md).
import { type Context, Hono } from 'hono'
import { type Channel, type Hear, Unavailable } from '../../flows/core/ports.ts'
import { refuse } from './answer.ts'
import { desk } from './desk.ts'
import { files } from './files.ts'
import { dataHeaders, pageHeaders } from './headers.ts'
import { isOurHost, isOwn } from './host.ts'
import { limits, type Rates } from './limits.ts'
import { pages } from './pages.ts'
import { pictures } from './pictures.ts'
import type { WebPorts } from './ports.ts'
import { CHANNEL } from './session.ts'
import { type Pace, streams } from './stream.ts'
import { talk } from './talk.ts'

export type { WebPorts } from './ports.ts'

/** Tests may hurry the streams or slow the senders. */
type Tuning = { rates?: Rates; pace?: Pace }

/** A channel that people fetch from: what is sent lies ready in the books until their page takes it. */
export function web(ports: WebPorts, tuning: Tuning = {}): Channel & { app: Hono } {
  let hearing: Hear | null = null
  let quiet: (() => Promise<void>) | null = null
  const open = streams(ports, tuning.pace)
  const heard: Hear = async (inbound) => {
    if (!hearing) throw new Unavailable('the desk is not open')
    await hearing(inbound)
  }
  return {
    name: CHANNEL,
    app: doors(ports, tuning, open, heard, () => hearing !== null),
    async open(hear) {
      quiet = await ports.onPosted(open.wake)
      hearing = hear
    },
    async send({ to }) {
      open.wake(to)
      return 'waiting'
    },
    hears: () => hearing !== null,
    async close() {
      hearing = null
      await quiet?.()
      quiet = null
      await open.end()
    },
  }
}

function doors(
  ports: WebPorts,
  tuning: Tuning,
  open: ReturnType<typeof streams>,
  heard: Hear,
  isOpen: () => boolean,
): Hono {
  const app = new Hono()
  const limited = limits(tuning.rates)
  const { door } = ports
  for (const path of ['/', '/desk', '/page/*']) app.use(path, pageHeaders(door.secure))
  app.use('/web/*', dataHeaders(door.secure))
  for (const path of ['/', '/desk', '/page/*', '/web/*'])
    app.use(path, async (c, next) => (isOurHost(new URL(c.req.url), door) ? next() : refuse(c, 'host')))
  app.route('/', pages())
  app.use('/web/*', async (c, next) => {
    if (!isOpen()) return refuse(c, 'away', 5)
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const own = isOwn((name) => c.req.header(name), new URL(c.req.url), door)
    return own ? next() : refuse(c, 'foreign')
  })
  const wire = new Hono()
  wire.route('/', talk(ports, limited, open, heard))
  wire.route('/files', files(ports, limited))
  wire.route('/pictures', pictures(ports, limited))
  wire.route('/desk', desk(ports, limited, open))
  wire.all('*', (c) => refuse(c, 'none'))
  wire.onError((error, c: Context) => {
    if (error instanceof Unavailable) return refuse(c, 'away', error.retryAfter)
    ports.fault(error, `${c.req.method} ${c.req.routePath}`)
    return refuse(c, 'fault', 10)
  })
  app.route('/web', wire)
  return app
}
