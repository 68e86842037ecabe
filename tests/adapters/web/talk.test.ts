// The wire of the talk, over real HTTP: arriving, sending once, listening, having seen, leaving.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { PACE } from '../../../adapters/web/stream.ts'
import { say } from '../../../flows/core/reply.ts'
import { client, events } from './client.ts'
import { KIND, type MemoryDesk, memoryDesk } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { memoryStation, type Station } from './station.ts'

const HELLO = { kind: 'text', text: '您好' }
let station: Station
let desk: MemoryDesk
let channel: ReturnType<typeof web>
let house: House

beforeEach(async () => {
  station = memoryStation()
  desk = memoryDesk(station)
  channel = web(station.ports, { pace: { ...PACE, gap: 5, beat: 60 } })
  await channel.open(desk.hear)
  house = await openHouse(channel.app)
})
afterEach(async () => {
  await channel.close()
  await house.close()
})

async function arrived(seat?: string) {
  const self = client(house.url, seat)
  expect((await self.hello()).status).toBe(200)
  return self
}

test('hello gives a seat once, the station and its time', async () => {
  const self = client(house.url)
  const first = await self.hello()
  expect(first.data).toEqual({
    fresh: true,
    station: {
      name: { zh: '枫桥示范派出所', en: 'Maple Bridge model station' },
      phone: '0000-110',
      locales: ['zh', 'en'],
      offset: 480,
    },
    now: station.now,
    demo: true,
  })
  const cookie = self.cookie()
  expect((await self.hello()).data.fresh).toBe(false)
  expect(self.cookie()).toBe(cookie)
})

test('the cookie is for us alone: not for scripts, other sites or, behind https, plain connections', async () => {
  const first = await client(house.url).hello()
  expect(first.headers.get('set-cookie')).toMatch(
    /^bridge-home=[\w-]{43}; Path=\/web; Max-Age=34560000; HttpOnly; SameSite=Strict$/,
  )
  const secure = web(memoryStation({ secure: true }).ports)
  await secure.open(async () => {})
  const answer = await client(secure.app).hello()
  expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/)
  expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=/)
  await secure.close()
})

test('the books know the address, and not the token that speaks for it', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  const { from } = desk.heard[0]!
  expect(from.channel).toBe('web')
  expect(self.cookie()).not.toContain(from.id)
  expect(desk.heard[0]!.id).toBe(`web:${from.id}:message-1`)
})

test('what is sent is taken once, however often it comes', async () => {
  const self = await arrived()
  const answers = await Promise.all([1, 2, 3].map(() => self.send('message-1', HELLO)))
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(answer.data).toEqual({ taken: 'message-1' })
  }
  expect(desk.heard).toHaveLength(1)
  expect(await self.messages()).toHaveLength(2)
})

test('while the books are away it says when to come again, and keeps nothing', async () => {
  const self = await arrived()
  desk.away = true
  const answer = await self.send('message-1', HELLO)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('1')
  expect(answer.data).toMatchObject({ error: 'away', say: { zh: expect.stringContaining('110') } })
  desk.away = false
  expect((await self.send('message-1', HELLO)).status).toBe(200)
  expect(desk.heard).toHaveLength(1)
})

test('every event of the protocol becomes its event, and the language goes with it', async () => {
  const self = await arrived()
  const sent = [
    { kind: 'text', text: '您好' },
    { kind: 'pick', question: 'intake/kind', choice: 'land' },
    { kind: 'press', button: 'button-1' },
    { kind: 'place', lat: 33.5, lon: 102.25, label: '甲村' },
    { kind: 'language', locale: 'en' },
    { kind: 'back' },
    { kind: 'cancel' },
    { kind: 'help' },
    { kind: 'human' },
    { kind: 'stop' },
  ]
  for (const [at, event] of sent.entries()) await self.send(`message-${at}`, event, 'en')
  expect(desk.heard.map(({ event }) => event)).toEqual(sent)
  expect(new Set(desk.heard.map(({ locale }) => locale))).toEqual(new Set(['en']))
  expect(desk.heard.every(({ at }) => at === station.now)).toBe(true)
})

test.each([
  ['no JSON', '{'],
  ['no id', { event: HELLO }],
  ['an id with other signs', { id: 'id with blanks', event: HELLO }],
  ['an empty text', { id: 'message-1', event: { kind: 'text', text: '' } }],
  ['a text that is too long', { id: 'message-1', event: { kind: 'text', text: '长'.repeat(30_001) } }],
  ['an event of the books', { id: 'message-1', event: { kind: 'clock' } }],
  ['an opening', { id: 'message-1', event: { kind: 'open', flow: 'level', id: '1', given: {} } }],
  ['a result', { id: 'message-1', event: { kind: 'result', of: 'desk', name: 'filed', value: 1 } }],
  ['more than is known', { id: 'message-1', event: HELLO, from: { channel: 'web', id: 'somebody' } }],
  ['a place off the earth', { id: 'message-1', event: { kind: 'place', lat: 91, lon: 0 } }],
])('%s is refused and not heard', async (_, given) => {
  const self = await arrived()
  const sending = typeof given === 'string' ? { body: given } : { json: given }
  const answer = await self.request('POST', '/send', sending)
  expect(answer.status).toBe(400)
  expect(answer.data.error).toBe('form')
  expect(desk.heard).toHaveLength(0)
})

test('a body that is too large is refused, told beforehand or not', async () => {
  const self = await arrived()
  const long = JSON.stringify({ id: 'message-1', event: HELLO, more: 'x'.repeat(300_000) })
  expect((await self.request('POST', '/send', { body: long })).status).toBe(413)
  const dripping = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  expect((await self.request('POST', '/send', { body: dripping })).status).toBe(413)
})

test('who never arrived, or shows a token of another form, has no seat', async () => {
  const self = client(house.url)
  expect((await self.send('message-1', HELLO)).data.error).toBe('hello')
  self.take('bridge-home=short')
  expect((await self.request('GET', '/messages')).status).toBe(401)
  self.take(`bridge-other=${'x'.repeat(43)}`)
  expect((await self.request('GET', '/messages')).status).toBe(401)
})

test('each seat of a browser is somebody else', async () => {
  const home = await arrived()
  const second = await arrived('home-2')
  await home.send('message-1', HELLO)
  expect(await home.messages()).toHaveLength(2)
  expect(await second.messages()).toHaveLength(0)
  expect((await client(house.url, 'Not A Seat').hello()).status).toBe(400)
})

test('messages come after a number, in order, in parts', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  const { from } = desk.heard[0]!
  for (let n = 3; n <= 205; n += 1) station.post(from, say(`第${n}条`))
  const first = await self.request('GET', '/messages?after=2')
  expect(first.data.messages).toHaveLength(200)
  expect(first.data.more).toBe(true)
  expect(first.data.messages[0]).toMatchObject({ seq: 3, reply: { kind: 'say', text: '第3条' } })
  const rest = await self.request('GET', '/messages?after=202')
  expect(rest.data.messages.map(({ seq }: { seq: number }) => seq)).toEqual([203, 204, 205])
  expect(rest.data.more).toBe(false)
  expect((await self.request('GET', '/messages?after=two')).status).toBe(400)
})

test('the stream brings what was missed and then what is said, each once, well within a second', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  const stream = await events(await self.raw('GET', '/stream?after=1'))
  expect(await stream.next('message')).toMatchObject({ id: '2', data: { seq: 2, reply: KIND } })
  const began = performance.now()
  station.post(desk.heard[0]!.from, say('有人会联系您。'))
  const heard = await stream.next('message')
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(heard).toMatchObject({ id: '3', data: { seq: 3, reply: { text: '有人会联系您。' } } })
  expect(await stream.next('beat')).not.toBeNull()
  await stream.close()
})

test('a stream that comes back goes on where it left off', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  const stream = await events(await self.raw('GET', '/stream?after=0', { headers: { 'last-event-id': '1' } }))
  expect((await stream.next('message'))!.id).toBe('2')
  await stream.close()
})

test('no stream lives for ever, and a seventh one of a person ends the first', async () => {
  const self = await arrived()
  const all = []
  for (let n = 0; n < 7; n += 1) {
    const stream = await events(await self.raw('GET', '/stream'))
    await stream.next('beat')
    all.push(stream)
  }
  expect(await all[0]!.ended()).toBe(true)
  expect(await all[6]!.next('beat')).not.toBeNull()
  await channel.close()
  channel = web(station.ports, { pace: { ...PACE, life: 50 } })
  await channel.open(desk.hear)
  const short = await openHouse(channel.app)
  const other = client(short.url)
  await other.hello()
  expect(await (await events(await other.raw('GET', '/stream'))).ended()).toBe(true)
  await short.close()
})

test('what is seen is acknowledged', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  expect((await self.request('POST', '/seen', { json: { seq: 2 } })).data).toEqual({ seen: 2 })
  expect(station.acknowledged.get(desk.heard[0]!.from.id)).toBe(2)
  expect((await self.request('POST', '/seen', { json: { seq: -1 } })).status).toBe(400)
  expect((await self.request('POST', '/seen', { body: 'null' })).status).toBe(400)
})

test('leaving takes the seat away and ends its streams', async () => {
  const self = await arrived()
  await self.send('message-1', HELLO)
  const stream = await events(await self.raw('GET', '/stream?after=2'))
  await stream.next('beat')
  const answer = await self.request('POST', '/leave', { json: {} })
  expect(answer.headers.get('set-cookie')).toMatch(/^bridge-home=; .*Max-Age=0/)
  expect(await stream.next('message', 500)).toBeNull()
  expect((await self.request('GET', '/messages')).status).toBe(401)
  expect((await self.hello()).data.fresh).toBe(true)
  expect(await self.messages()).toHaveLength(0)
})

test('closing ends every stream and the listening to the books', async () => {
  const self = await arrived()
  expect(station.listeners()).toBe(1)
  const stream = await events(await self.raw('GET', '/stream'))
  await stream.next('beat')
  await channel.close()
  expect(station.listeners()).toBe(0)
  expect(await stream.next('message', 500)).toBeNull()
  expect((await self.send('message-1', HELLO)).status).toBe(503)
})

test('a fault of ours is told to the station and not to the client', async () => {
  const self = await arrived()
  desk.before = async () => {
    throw new Error('邻居家的秘密')
  }
  const answer = await self.send('message-1', HELLO)
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer.data)).not.toContain('秘密')
  expect(station.faults).toMatchObject([{ where: 'send' }])
  station.ports.since = async () => {
    throw new Error('the books')
  }
  expect((await self.request('GET', '/messages')).data.error).toBe('fault')
})

test('unknown paths look like nothing', async () => {
  const self = await arrived()
  expect((await self.request('GET', '/somewhere')).data.error).toBe('none')
  expect((await fetch(`${house.url}/page/other/chat.js`)).status).toBe(404)
})
