// Figures on Telegram: a photo with the words below it, in words alone where it cannot be drawn, once whatever happens.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { telegram } from '../../../adapters/telegram/index.ts'
import { pictureInWords } from '../../../flows/core/picture.ts'
import type { Message } from '../../../flows/core/reply.ts'
import { SAMPLES } from '../../bot/pictures/samples.ts'
import type { Person } from '../../platforms/telegram/person.ts'
import { type FakeTelegram, openTelegram } from '../../platforms/telegram/telegram.ts'
import { memoryStation, type Station } from './station.ts'

let fake: FakeTelegram
let person: Person
let station: Station
let channel: ReturnType<typeof telegram>

beforeEach(async () => {
  fake = await openTelegram()
  person = fake.user()
  person.start()
  station = memoryStation(fake)
  channel = telegram(station.ports, { patience: 800 })
})
afterEach(() => fake.stop())

const message = (picture = SAMPLES.levels!, text = pictureInWords(picture)): Message => ({
  id: 'picture-1',
  seq: 1,
  to: { channel: 'telegram', id: `${fake.botId}/${person.id}` },
  at: Date.now(),
  locale: 'zh',
  reply: { kind: 'picture', text, picture },
})

test('it is a photo that cannot be passed on, and says the same below', async () => {
  expect(await channel.send(message())).toBe('delivered')
  const { text, protected: isProtected, message: shown } = person.newest()
  expect(text).toBe('2026年 按级别（件）\n红 4\n橙 23\n黄 88\n蓝 285')
  expect(isProtected).toBe(true)
  expect(shown.photo).toHaveLength(2)
})

test('more words than fit below a photo follow as messages', async () => {
  const long = Array.from({ length: 120 }, (_, at) => `示例第${at}村民小组 ${at}`).join('\n')
  await channel.send(message(SAMPLES.levels, long))
  const [first, ...more] = person.sees()
  expect(first?.message.photo).toBeDefined()
  expect(first?.text.length).toBeLessThanOrEqual(1_024)
  expect(more.every(({ message: one }) => one.photo === undefined)).toBe(true)
  expect([first, ...more].map((one) => one?.text).join('\n')).toBe(long)
})

test('where it cannot be drawn it is read', async () => {
  const failing = telegram({ ...station.ports, draw: async () => Promise.reject(new Error('no font')) })
  expect(await failing.send(message())).toBe('delivered')
  expect(person.newest().message.photo).toBeUndefined()
  expect(person.newest().text).toContain('橙 23')
  expect(station.faults.map(({ where }) => where)).toEqual(['draw'])
})

test('a refusal and a lost answer are told as with any message', async () => {
  fake.faults.queue({ kind: 'tooMany', retryAfter: 7 }, { method: 'sendPhoto' })
  const refused = await channel.send(message()).catch((error: unknown) => error)
  expect(refused).toMatchObject({ retryAt: expect.any(Number) })
  fake.faults.queue({ kind: 'acceptedThenReset' }, { method: 'sendPhoto' })
  const lost = await channel.send(message()).catch((error: unknown) => error)
  expect(lost).toMatchObject({ retryAt: 'unknown' })
})
