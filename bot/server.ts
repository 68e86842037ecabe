/** The one port: pages and webhooks of the channels, and what an operator looks at. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { Unavailable } from '../flows/core/ports.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { Misconfigured } from './misconfigured.ts'
import type { Ready } from './readiness.ts'

export type Served = {
  /** The port that is listened on, also where 0 was asked for. */
  port: number
  /** Opens the doors; until then only /healthz answers, and everything else is asked to come again. */
  show(doors: Doors): void
  /** Takes no new connections; requests under way go on. */
  stopListening(): void
  /** Lets answers under way go out, and then ends what is left. */
  close(): Promise<void>
}

export type Doors = {
  apps: readonly Hono[]
  ready(): Ready
  metrics: Pick<Metrics, 'text' | 'contentType'>
  log: Log
}

/** Times in milliseconds, sizes in bytes. Channels set narrower ones for their own requests. */
export type Limits = {
  headers: number
  request: number
  idle: number
  connections: number
  body: number
  /** For answers under way when the server closes. */
  grace: number
}

const LIMITS: Limits = {
  headers: 4_000,
  // A photo over a mountain village's telephone line takes its time.
  request: 180_000,
  idle: 20_000,
  connections: 6_000,
  body: 32 * 1024 * 1024,
  grace: 1_500,
}

/** Resolves once the port is listened on. Throws Misconfigured when it cannot be. */
export async function listen(port: number, some: Partial<Limits> = {}): Promise<Served> {
  const limits = { ...LIMITS, ...some }
  let listener = answering(closed())
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      // Slow senders are looked for this often.
      connectionsCheckingInterval: Math.min(1_000, limits.headers, limits.request),
    },
    (request, response) => void listener(request, response),
  )
  server.maxConnections = limits.connections
  await listening(server, port)
  return {
    port: (server.address() as AddressInfo).port,
    show(doors) {
      listener = answering(house(doors, limits))
    },
    stopListening() {
      server.close()
      server.closeIdleConnections()
    },
    close: () => closing(server, limits.grace),
  }
}

const answering = (app: Hono) => getRequestListener(app.fetch, { overrideGlobalObjects: false })

function closing(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const sweeping = setInterval(() => server.closeIdleConnections(), 20)
    const overdue = setTimeout(() => server.closeAllConnections(), grace)
    const ended = () => {
      clearInterval(sweeping)
      clearTimeout(overdue)
      resolve()
    }
    // It may have stopped listening already; it has ended when the last connection has.
    server.close(ended)
    server.closeIdleConnections()
  })
}

/** What is said while the books are still being opened. */
function closed(): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.all('*', (c) => c.text('come again\n', 503, { 'Retry-After': '2', 'Cache-Control': 'no-store' }))
  return app
}

function house({ apps, ready, metrics, log }: Doors, limits: Limits): Hono {
  const root = new Hono()
  root.use(async (c, next) => {
    const size = c.req.header('content-length')
    if (Number(size ?? 0) > limits.body) return c.text('too large\n', 413)
    if (size === undefined && c.req.raw.body) c.req.raw = bounded(c.req.raw, limits.body)
    return next()
  })
  root.get('/healthz', (c) => c.text('ok\n'))
  root.get('/readyz', (c) => {
    const now = ready()
    const well = now.hear && now.store && now.send && now.clock
    return c.json(now, well ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  root.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  )
  for (const app of apps) root.route('/', app)
  root.notFound((c) => c.text('not found\n', 404, { 'X-Content-Type-Options': 'nosniff' }))
  root.onError((error, c) => {
    if (error instanceof TooLarge) return c.text('too large\n', 413)
    if (error instanceof Unavailable)
      return c.text('come again\n', 503, { 'Retry-After': String(error.retryAfter) })
    log.error('a request failed', { error })
    return c.text('failed\n', 500)
  })
  return root
}

class TooLarge extends Error {}

/** A body whose size is not told beforehand passes on as it comes, and breaks off where it becomes too large. */
function bounded(request: Request, most: number): Request {
  let size = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      size += part.length
      if (size > most) throw new TooLarge()
      controller.enqueue(part)
    },
  })
  const { url, method, headers } = request
  const body = request.body!.pipeThrough(count)
  return new Request(url, { method, headers: [...headers], body, duplex: 'half' } as RequestInit)
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Misconfigured(`Port ${port} is in use; stop what uses it, or set PORT to another number.`))
      else if (error.code === 'EACCES')
        reject(
          new Misconfigured(`Port ${port} may not be used by this user; set PORT to a number above 1023.`),
        )
      else reject(error)
    })
    server.listen(port, resolve)
  })
}
