// The staff's part of the wire: one-time codes, cases and stories, the demonstration's clock.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { type Client, client, events } from './client.ts'
import { memoryDesk } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { ASSIGNED, story } from './samples.ts'
import { memoryStation, type Station } from './station.ts'

const OFFICER = { person: 'officer-1', name: '民警甲', roles: ['officer'] }
let station: Station
let channel: ReturnType<typeof web>
let house: House

async function opened(setting: Parameters<typeof memoryStation>[0] = {}) {
  station = memoryStation(setting)
  station.codes.set('one-time', OFFICER)
  station.stories = [story(station.now)]
  channel = web(station.ports)
  await channel.open(memoryDesk(station).hear)
  house = await openHouse(channel.app)
}
async function closed() {
  await channel.close()
  await house.close()
}
beforeEach(() => opened())
afterEach(closed)

const signIn = (self: Client, code = 'one-time') => self.request('POST', '/desk/sign-in', { json: { code } })

async function officer() {
  const self = client(house.url, 'desk')
  expect((await signIn(self)).data).toEqual(OFFICER)
  return self
}

test('a one-time code signs in once', async () => {
  const self = await officer()
  expect((await self.request('GET', '/desk/me')).data).toEqual({
    ...OFFICER,
    clock: { demo: true, now: station.now },
  })
  const again = await signIn(client(house.url, 'desk'))
  expect(again.status).toBe(401)
  expect(again.headers.get('set-cookie')).toBeNull()
})

test('signing in gives a new token, and whoever sat here before is out', async () => {
  const self = await officer()
  const before = self.cookie()
  station.codes.set('another', { ...OFFICER, person: 'officer-2' })
  await signIn(self, ' another ')
  expect(self.cookie()).not.toBe(before)
  self.take(before)
  expect((await self.request('GET', '/desk/me')).status).toBe(401)
})

test('codes cannot be tried out', async () => {
  const self = client(house.url, 'desk')
  const answers = []
  for (const n of [1, 2, 3, 4, 5, 6]) answers.push((await signIn(self, `guess-${n}`)).status)
  expect(answers).toEqual([401, 401, 401, 401, 401, 429])
  // Not even with the right one, for a while.
  expect((await signIn(self)).status).toBe(429)
  expect(station.codes.has('one-time')).toBe(true)
})

test('eight colleagues behind one address sign in at once, whatever else they mistype', async () => {
  const codes = Array.from({ length: 8 }, (_, n) => `code-${n}`)
  for (const [n, code] of codes.entries()) station.codes.set(code, { ...OFFICER, person: `officer-${n}` })
  // Four of them mistype first; what succeeds does not count, before or after.
  const wrong = await Promise.all([1, 2, 3, 4].map((n) => signIn(client(house.url, 'desk'), `typo-${n}`)))
  expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401])
  const right = await Promise.all(codes.map((code) => signIn(client(house.url, 'desk'), code)))
  expect(right.map(({ status }) => status)).toEqual(codes.map(() => 200))
  expect(new Set([...station.staff.values()].map(({ person }) => person)).size).toBe(8)
})

test('guesses made all at once are counted one by one', async () => {
  const guesses = Array.from({ length: 20 }, (_, n) => signIn(client(house.url, 'desk'), `guess-${n}`))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
})

test('no code, or something that is none, is refused', async () => {
  const self = client(house.url, 'desk')
  for (const json of [{}, { code: '' }, { code: 7 }, { code: 'x'.repeat(201) }])
    expect((await self.request('POST', '/desk/sign-in', { json })).status).toBe(400)
})

test('cases and stories are for those who are signed in', async () => {
  const resident = client(house.url)
  await resident.hello()
  for (const path of ['/desk/me', '/desk/cases'])
    expect((await resident.request('GET', path)).data.error).toBe('signIn')
  expect((await resident.request('GET', '/desk/cases/JF-2026-0003')).status).toBe(404)
  const self = await officer()
  expect((await self.request('GET', '/desk/cases')).data.cases).toMatchObject([{ number: 'JF-2026-0003' }])
  const told = await self.request('GET', '/desk/cases/JF-2026-0003')
  expect(told.data).toEqual({ story: station.stories[0], now: station.now })
  expect(told.headers.get('cache-control')).toBe('no-store')
  // "Not allowed" and "no such case" look the same.
  expect((await self.request('GET', '/desk/cases/JF-2026-9999')).data).toEqual(
    (await resident.request('GET', '/desk/cases/JF-2026-0003')).data,
  )
})

test('a card reaches an open desk within a second, and its button goes to the books as it is', async () => {
  const self = await officer()
  const to = { channel: 'web', id: [...station.staff.keys()][0]! }
  const stream = await events(await self.raw('GET', '/stream?seat=desk'))
  const began = performance.now()
  station.post(to, ASSIGNED)
  expect((await stream.next('message'))!.data.reply).toEqual(ASSIGNED)
  expect(performance.now() - began).toBeLessThan(1_000)
  await self.send('message-1', { kind: 'press', button: 'button-accept' })
  expect((await stream.next('message'))!.data.reply.text).toBe('已按：button-accept')
  await stream.close()
})

test('signing out ends the streams, and the seat is nobody', async () => {
  const self = await officer()
  const stream = await events(await self.raw('GET', '/stream?seat=desk'))
  await stream.next('beat')
  const before = self.cookie()
  await self.request('POST', '/desk/sign-out', { json: {} })
  expect(await stream.next('message', 500)).toBeNull()
  expect(station.staff.size).toBe(0)
  self.take(before)
  expect((await self.request('GET', '/desk/cases')).status).toBe(401)
})

test('the clock of a demonstration moves forward, by whoever is signed in', async () => {
  const self = await officer()
  const before = station.now
  const move = (by: unknown, who = self) => who.request('POST', '/desk/clock', { json: { by } })
  expect((await move(86_400_000)).data).toEqual({ now: before + 86_400_000 })
  for (const by of [0, -1, 1.5, '1', 400 * 86_400_000]) expect((await move(by)).status).toBe(400)
  const resident = client(house.url)
  await resident.hello()
  expect((await move(86_400_000, resident)).status).toBe(401)
  expect(station.now).toBe(before + 86_400_000)
})

test('a real clock is not moved by anybody', async () => {
  await closed()
  await opened({ demo: false })
  const self = await officer()
  const answer = await self.request('POST', '/desk/clock', { json: { by: 86_400_000 } })
  expect(answer.status).toBe(403)
  expect(answer.data.error).toBe('clock')
})
