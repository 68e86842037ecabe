// Figures on the web: fetched by the person they were said to, and by nobody else.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { pictureInWords } from '../../../flows/core/picture.ts'
import { say } from '../../../flows/core/reply.ts'
import { SAMPLES } from '../../bot/pictures/samples.ts'
import { type Client, client } from './client.ts'
import { type MemoryDesk, memoryDesk } from './desk.ts'
import { memoryStation, type Station } from './station.ts'

let station: Station
let desk: MemoryDesk
let channel: ReturnType<typeof web>
let self: Client

beforeEach(async () => {
  station = memoryStation()
  desk = memoryDesk(station)
  channel = web(station.ports)
  await channel.open(desk.hear)
  self = client(channel.app)
  await self.hello()
  await self.send('message-first', { kind: 'text', text: '报表' })
})
afterEach(() => channel.close())

const picture = SAMPLES.levels!
const posted = () => {
  const to = desk.heard[0]!.from
  station.post(to, say('看图'))
  return station.post(to, { kind: 'picture', text: pictureInWords(picture), picture })
}

test('a message names where it lies, and says it in words', async () => {
  const { seq } = posted()
  const wire = (await self.messages()).at(-1)!
  expect(wire.reply).toEqual({ kind: 'picture', text: pictureInWords(picture), url: `/web/pictures/${seq}` })
  const answer = await self.raw('GET', `/pictures/${seq}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47])
})

test('what is no picture, not there or not theirs looks the same', async () => {
  const { seq } = posted()
  const other = client(channel.app)
  await other.hello()
  const asked = [
    self.raw('GET', `/pictures/${seq - 1}`),
    self.raw('GET', `/pictures/${seq + 1}`),
    self.raw('GET', '/pictures/abc'),
    other.raw('GET', `/pictures/${seq}`),
  ]
  const answers = await Promise.all(
    (await Promise.all(asked)).map(async (one) => [one.status, await one.json()]),
  )
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers[0]?.[0]).toBe(404)
  expect((await client(channel.app).raw('GET', `/pictures/${seq}`)).status).toBe(401)
})
