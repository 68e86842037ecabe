// Who may come in, how often, and what every answer tells the browser.
import { afterEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { isOurHost } from '../../../adapters/web/host.ts'
import { limit, openQueue, openSlots, RATES } from '../../../adapters/web/limits.ts'
import { client } from './client.ts'
import { memoryDesk } from './desk.ts'
import { memoryStation } from './station.ts'

const HELLO = { kind: 'text', text: '您好' }
let channel: ReturnType<typeof web>
afterEach(() => channel.close())

async function opened(setting: Parameters<typeof memoryStation>[0] = {}, rates = RATES) {
  const station = memoryStation(setting)
  const desk = memoryDesk(station)
  channel = web(station.ports, { rates })
  await channel.open(desk.hear)
  return { station, desk, app: channel.app }
}

test('the pages bring no script of their own, and allow nothing but our own files', async () => {
  const { app } = await opened()
  for (const path of ['/', '/desk']) {
    const answer = await app.request(`http://station.test${path}`)
    const page = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/)
    expect(page).not.toMatch(/(?:src|href)="https?:/)
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['x-robots-tag', 'noindex'],
    ])
      expect(answer.headers.get(name!), name).toBe(value)
  }
})

test('every module that a page names or imports is there, is kept for ever, and is preloaded', async () => {
  const { app } = await opened()
  for (const path of ['/', '/desk']) {
    const page = await (await app.request(`http://station.test${path}`)).text()
    const named = new Set([...page.matchAll(/"(\/page\/[^"]+)"/g)].map(([, file]) => file!))
    expect(named.size).toBeGreaterThan(20)
    for (const file of named) {
      const answer = await app.request(`http://station.test${file}`)
      expect(answer.status, file).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      if (!file.endsWith('.js')) continue
      for (const [, imported] of (await answer.text()).matchAll(/^(?:import|export) .*from '\.\/([^']+)'/gm))
        expect(named, `${file} imports ${imported}`).toContain(file.replace(/[^/]+$/, imported!))
    }
  }
})

test('a page is small on a weak line', async () => {
  const { app } = await opened()
  for (const [path, most] of [
    ['/', 44_000],
    ['/desk', 56_000],
  ] as const) {
    const zipped = { headers: { 'accept-encoding': 'gzip' } }
    const answer = await app.request(`http://station.test${path}`, zipped)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const page = await (await app.request(`http://station.test${path}`)).text()
    let size = bytes.length
    for (const file of new Set([...page.matchAll(/"(\/page\/[^"]+)"/g)].map(([, one]) => one!)))
      size += (await (await app.request(`http://station.test${file}`, zipped)).arrayBuffer()).byteLength
    expect(size, path).toBeLessThan(most)
  }
})

test('what changes something must come from our own page', async () => {
  const { app, desk } = await opened()
  const self = client(app)
  await self.hello()
  const sent = { id: 'message-1', event: HELLO }
  const attempts = [
    { own: false, json: sent },
    { json: sent, headers: { 'sec-fetch-site': 'cross-site' } },
    { json: sent, headers: { 'sec-fetch-site': 'same-site' } },
    { json: sent, headers: { origin: 'https://elsewhere.test' } },
    { json: sent, headers: { origin: 'null' } },
  ]
  for (const attempt of attempts) {
    const answer = await self.request('POST', '/send', attempt)
    expect(answer.status).toBe(403)
    expect(answer.data.error).toBe('foreign')
  }
  expect(desk.heard).toHaveLength(0)
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://station.test' }])
    expect((await self.request('POST', '/send', { json: sent, headers })).status).toBe(200)
})

test('a station with a name answers to that name alone', async () => {
  const { app } = await opened({ host: 'desk.example.org' })
  expect((await app.request('https://desk.example.org/')).status).toBe(200)
  expect((await app.request('http://192.0.2.7:3000/')).status).toBe(200)
  for (const path of ['/', '/desk', '/web/hello']) {
    const answer = await app.request(`http://elsewhere.test${path}`)
    expect(answer.status).toBe(421)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test.each([
  ['http://desk.example.org:8080/', { host: 'desk.example.org', proxies: 0 }, true],
  ['http://localhost:3000/', { host: 'desk.example.org', proxies: 0 }, true],
  ['http://[2001:db8::7]:3000/', { host: 'desk.example.org', proxies: 0 }, true],
  ['http://desk.example.org.elsewhere.test/', { host: 'desk.example.org', proxies: 0 }, false],
  ['http://192.0.2.7.elsewhere.test/', { host: 'desk.example.org', proxies: 0 }, false],
  ['http://bot:3000/', { host: 'desk.example.org', proxies: 1 }, true],
  ['http://station-pc:3000/', { host: 'localhost', proxies: 0 }, true],
])('%s under %o: %s', (url, door, ours) => {
  expect(isOurHost(new URL(url), { secure: false, ...door })).toBe(ours)
})

test('who sends too fast is told how long to wait, and others go on', async () => {
  const rates = { ...RATES, message: { each: { size: 2, per: 60_000 }, network: { size: 200, per: 60_000 } } }
  const { app, desk } = await opened({}, rates)
  const self = client(app)
  const other = client(app)
  await self.hello()
  await other.hello()
  await self.send('message-1', HELLO)
  await self.send('message-2', HELLO)
  const answer = await self.send('message-3', HELLO)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answer.data.error).toBe('slow')
  expect((await other.send('message-1', HELLO)).status).toBe(200)
  expect(desk.heard).toHaveLength(3)
})

test('a network that makes up people is held back as one; behind our proxy it is told apart', async () => {
  const rates = { ...RATES, arrival: { size: 2, per: 60_000 } }
  const { app } = await opened({}, rates)
  const arrive = (socket: string, forwarded?: string, into = app) =>
    client(into).request('POST', '/hello', {
      json: {},
      socket,
      ...(forwarded && { headers: { 'x-forwarded-for': forwarded } }),
    })
  expect((await arrive('2001:db8:0:1::1')).status).toBe(200)
  expect((await arrive('2001:db8:0:1::2')).status).toBe(200)
  // A made-up header changes nothing: nobody of ours has written it.
  expect((await arrive('2001:db8:0:1::3', '198.51.100.9')).status).toBe(429)
  expect((await arrive('2001:db8:0:2::1')).status).toBe(200)
  await channel.close()
  const behind = await opened({ proxies: 1 }, rates)
  for (const seen of ['198.51.100.1', '198.51.100.2', '198.51.100.3'])
    expect((await arrive('192.0.2.1', `203.0.113.5, ${seen}`, behind.app)).status).toBe(200)
  expect((await arrive('192.0.2.1', '198.51.100.1', behind.app)).status).toBe(200)
  expect((await arrive('192.0.2.1', '198.51.100.1', behind.app)).status).toBe(429)
})

test('a bucket fills steadily, and the one unused for longest is forgotten', () => {
  const bucket = limit({ size: 2, per: 10_000 }, 2)
  expect([bucket.take('a', 0), bucket.take('a', 0), bucket.take('a', 0)]).toEqual([0, 0, 5])
  expect(bucket.take('a', 4_900)).toBe(1)
  // To look takes nothing.
  expect([bucket.waits('a', 5_000), bucket.waits('a', 5_000)]).toEqual([0, 0])
  expect(bucket.take('a', 5_000)).toBe(0)
  expect(bucket.waits('a', 5_000)).toBe(5)
  expect(bucket.waits('nobody yet', 5_000)).toBe(0)
  // A clock that jumps back fills nothing.
  expect(bucket.take('a', 0)).toBeGreaterThan(0)
  bucket.take('b', 5_000)
  bucket.take('c', 5_000)
  expect(bucket.take('a', 5_000)).toBe(0)
})

test('of one key one thing after the other, of several side by side; what fails stops nothing', async () => {
  const queue = openQueue(2)
  const order: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = queue('a', async () => {
    await gate.promise
    order.push('a1')
    throw new Error('a1 fails')
  })
  const second = queue('a', async () => order.push('a2'))
  expect(await queue('a', async () => order.push('a3'))).toBeNull()
  await queue('b', async () => order.push('b'))
  gate.resolve()
  await expect(first).rejects.toThrow('a1 fails')
  await second
  expect(order).toEqual(['b', 'a1', 'a2'])
  expect(await queue('a', async () => 'there is room again')).toBe('there is room again')
})

test('there is room for so many at once, and for each so many', () => {
  const slots = openSlots(3, 2)
  expect([slots.take('a'), slots.take('a'), slots.take('a')]).toEqual([true, true, false])
  expect([slots.take('b'), slots.take('b')]).toEqual([true, false])
  slots.give('a')
  expect([slots.take('b'), slots.take('a')]).toEqual([true, false])
})
