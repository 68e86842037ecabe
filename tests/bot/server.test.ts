// The one port: health, readiness, limits, and nothing behind unknown doors.
import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { type Ready, watchReadiness } from '../../bot/readiness.ts'
import { type Limits, listen, type Served } from '../../bot/server.ts'
import { Unavailable } from '../../flows/core/ports.ts'

let served: Served | null = null
afterEach(async () => {
  await served?.close()
  served = null
})

const well: Ready = { hear: true, store: true, send: true, clock: true, stopping: false }

async function started(limits: Partial<Limits> = {}, ready: () => Ready = () => well) {
  const lines: string[] = []
  const app = new Hono()
  app.get('/', (c) => c.text('the page'))
  app.post('/echo', async (c) => c.text(String((await c.req.text()).length)))
  app.get('/away', () => {
    throw new Unavailable('the database is away', 7)
  })
  app.get('/wrong', () => {
    throw new Error('秘密')
  })
  const metrics = openMetrics({ standard: false })
  metrics.sent('web', 'waiting', 0.1)
  const log = openLog('info', { write: (line) => void lines.push(line) })
  served = await listen(0, limits)
  served.show({ apps: [app], ready, metrics, log })
  const url = `http://127.0.0.1:${served.port}`
  const get = (path: string, init?: RequestInit) =>
    fetch(url + path, { ...init, headers: { connection: 'close', ...init?.headers } })
  return { get, lines, port: served.port, served }
}

/** Sends these bytes and waits until the other side hangs up; gives what it said and how long that took in ms. */
async function dribble(port: number, bytes: string): Promise<{ said: string; took: number }> {
  const socket = connect(port, '127.0.0.1')
  const began = performance.now()
  let said = ''
  socket.on('data', (part) => (said += part))
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(bytes)
  await closed
  return { said, took: performance.now() - began }
}

test('health, metrics, the pages, and 404 for the rest', async () => {
  const { get } = await started()
  expect(await (await get('/healthz')).text()).toBe('ok\n')
  expect(await (await get('/')).text()).toBe('the page')
  const metrics = await get('/metrics')
  expect(metrics.headers.get('content-type')).toContain('text/plain')
  expect(await metrics.text()).toContain('maple_sends_total{channel="web",outcome="waiting"} 1')
  for (const path of ['/none', '/healthz/x', '/..%2f', '/telegram'])
    expect((await get(path)).status).toBe(404)
  expect((await get('/healthz', { method: 'POST' })).status).toBe(404)
})

test.each(['hear', 'store', 'send', 'clock'] as const)('not ready when it cannot %s', async (lacking) => {
  let ready = well
  const { get } = await started({}, () => ready)
  expect((await get('/readyz')).status).toBe(200)
  ready = { ...well, [lacking]: false }
  const answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual(ready)
})

test('what must come again is told so; our mistakes are told without their words', async () => {
  const { get, lines } = await started()
  const away = await get('/away')
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '7'])
  const wrong = await get('/wrong')
  expect([wrong.status, await wrong.text()]).toEqual([500, 'failed\n'])
  expect(lines.join('')).toContain('a request failed')
  expect(lines.join('')).not.toContain('秘密')
})

test('a body that is too large is refused, told beforehand or not', async () => {
  const { get } = await started({ body: 1_000 })
  expect(await (await get('/echo', { method: 'POST', body: 'x'.repeat(1_000) })).text()).toBe('1000')
  expect((await get('/echo', { method: 'POST', body: 'x'.repeat(1_001) })).status).toBe(413)
  const stream = new ReadableStream({
    start(controller) {
      for (let n = 0; n < 20; n++) controller.enqueue(new TextEncoder().encode('x'.repeat(100)))
      controller.close()
    },
  })
  const unsaid = await get('/echo', { method: 'POST', body: stream, duplex: 'half' } as RequestInit)
  expect(unsaid.status).toBe(413)
})

test('who is slow to say what he wants is hung up on', async () => {
  const { port } = await started({ headers: 300 })
  const slow = await Promise.all(
    Array.from({ length: 20 }, () => dribble(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')),
  )
  for (const { said, took } of slow) {
    expect(said).toContain('408')
    expect(took).toBeLessThan(3_000)
  }
})

test('who is slow to send a body is hung up on', async () => {
  const { port } = await started({ headers: 300, request: 300 })
  const { took } = await dribble(port, 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx')
  expect(took).toBeLessThan(3_000)
})

test('no more connections than agreed', async () => {
  const { port } = await started({ connections: 2 })
  const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
  await Promise.all(held.map((socket) => once(socket, 'connect')))
  const { said } = await dribble(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(said).toBe('')
  for (const socket of held) socket.destroy()
  await Promise.all(held.map((socket) => once(socket, 'close')))
})

test('before the books are open the process lives, and everything else is asked to come again', async () => {
  served = await listen(0)
  const at = (path: string) =>
    fetch(`http://127.0.0.1:${served?.port}${path}`, { headers: { connection: 'close' } })
  expect((await at('/healthz')).status).toBe(200)
  for (const path of ['/', '/readyz', '/web/hello']) {
    const answer = await at(path)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  }
})

test('closing lets an answer under way go out, takes nothing new, and does not wait for ever', async () => {
  const slow = Promise.withResolvers<void>()
  const app = new Hono()
  app.get('/slow', async (c) => {
    await slow.promise
    return c.text('done')
  })
  app.get('/never', () => new Promise<Response>(() => {}))
  const mine = await listen(0, { grace: 300 })
  served = mine
  const metrics = openMetrics({ standard: false })
  mine.show({ apps: [app], ready: () => well, metrics, log: openLog('silent') })
  const url = `http://127.0.0.1:${mine.port}`
  const answer = fetch(`${url}/slow`)
  const never = fetch(`${url}/never`).catch(() => 'cut')
  await new Promise((resolve) => setTimeout(resolve, 100))
  mine.stopListening()
  const closed = mine.close()
  await expect(fetch(`${url}/slow`)).rejects.toThrow()
  slow.resolve()
  expect(await (await answer).text()).toBe('done')
  await closed
  expect(await never).toBe('cut')
  served = null
})

test('a port that is taken is one sentence', async () => {
  const { port } = await started()
  await expect(listen(port)).rejects.toMatchObject({
    name: 'Misconfigured',
    message: expect.stringContaining('is in use'),
  })
})

test('readiness follows the database, the channels, the sends and the clock', async () => {
  let database: () => Promise<boolean> = async () => true
  let hears = true
  let sends = true
  let ticks = true
  const watched = watchReadiness({
    store: { ready: () => database() },
    channels: [{ hears: () => hears }],
    sends: () => sends,
    ticks: () => ticks,
    every: 3_600_000,
    patience: 30,
  })
  try {
    expect(watched.now()).toEqual(well)
    database = async () => false
    expect(await watched.askStore()).toBe(false)
    expect(watched.now()).toEqual({ ...well, store: false })
    // A database that does not answer is away too.
    database = () => new Promise(() => {})
    expect(await watched.askStore()).toBe(false)
    database = async () => {
      throw new Error('gone')
    }
    expect(await watched.askStore()).toBe(false)
    database = async () => true
    expect(await watched.askStore()).toBe(true)
    hears = false
    sends = false
    ticks = false
    expect(watched.now()).toEqual({ hear: false, store: true, send: false, clock: false, stopping: false })
  } finally {
    watched.stop()
  }
  expect(watched.now()).toMatchObject({ hear: false, send: false, clock: false, stopping: true })
})

test('readiness asks by itself', async () => {
  let asked = 0
  const watched = watchReadiness({
    store: { ready: async () => ++asked < 2 },
    channels: [],
    sends: () => true,
    ticks: () => true,
    every: 10,
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  watched.stop()
  expect(watched.storeIsHere()).toBe(false)
  expect(asked).toBeGreaterThan(2)
})
