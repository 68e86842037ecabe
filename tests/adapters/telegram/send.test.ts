// Messages to Telegram: what arrives, what is changed, what is refused and what comes of it.
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { telegram } from '../../../adapters/telegram/index.ts'
import { Moved, type Receipt, Undelivered } from '../../../flows/core/ports.ts'
import { type Message, type Reply, say } from '../../../flows/core/reply.ts'
import type { Group } from '../../platforms/telegram/group.ts'
import type { Person } from '../../platforms/telegram/person.ts'
import { type FakeTelegram, openTelegram } from '../../platforms/telegram/telegram.ts'
import { memoryStation, type Station } from './station.ts'

const PATIENCE = 600

let fake: FakeTelegram
let person: Person
let station: Station
let channel: ReturnType<typeof telegram>
let seq = 0

beforeEach(async () => {
  fake = await openTelegram()
  person = fake.user()
  person.start()
  station = memoryStation(fake)
  channel = telegram(station.ports, { patience: PATIENCE })
})
afterEach(() => fake.stop())

const addressOf = (chat: number) => ({ channel: 'telegram', id: `${fake.botId}/${chat}` })
const messageOf = (reply: Reply, more: Partial<Message> = {}): Message => {
  seq++
  const to = addressOf(person.id)
  return { id: `message-${seq}`, seq, to, at: Date.now(), locale: 'zh', reply, ...more }
}
const send = (reply: Reply, more: Partial<Message> = {}): Promise<Receipt> =>
  channel.send(messageOf(reply, more))
const refused = async (message: Message): Promise<unknown> =>
  channel.send(message).catch((error: unknown) => error)

const card = (text: string): Reply => ({
  kind: 'card',
  text,
  rows: [],
  buttons: [{ id: 'press-1', label: '签收' }],
  twin: '签收 RD-2026-0001',
  tone: 'ORANGE',
})
const asks = (hint: 'phone' | 'place' | 'choice', back = true): Reply => ({
  kind: 'ask',
  id: 'toy/reach',
  text: '怎么找到您？',
  choices: [{ id: 'text', label: '只打字' }],
  hint,
  back,
})

describe('what arrives', () => {
  test('a card can be neither copied nor passed on, and is named by its receipt', async () => {
    const receipt = await send(card('【派单】'))
    const { id, protected: isProtected, buttons } = person.newest()
    expect(receipt).toEqual({ ref: String(id) })
    expect(isProtected).toBe(true)
    expect(buttons).toEqual([{ label: '签收', data: 'b.press-1' }])
    expect(await send(say('好的'))).toBe('delivered')
    expect(person.newest().protected).toBe(false)
  })

  test('nothing of what residents write can be pressed, and nothing is previewed', async () => {
    const text =
      '@officer_name tg://user?id=1 https://evil.example [a](https://b.example) <b>c</b> <!channel> /close'
    await send(card(text))
    const { text: shown, links, preview } = fake.shownAs(person.newest())
    expect(shown).toContain(text)
    expect(links).toEqual([])
    expect(preview).toBeNull()
  })

  test('a long text comes in parts, in order, with the buttons below the last', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `第${at}行${'字'.repeat(20)}`).join('\n')
    const receipt = await send(card(lines))
    const seen = person.sees()
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.map(({ text }) => text).join('\n')).toContain(lines)
    expect(seen.map(({ buttons }) => buttons.length)).toEqual([...seen.slice(1).map(() => 0), 1])
    expect(receipt).toEqual({ ref: String(seen.at(-1)?.id) })
  })

  test('after a part that was refused, the next attempt goes on there', async () => {
    const message = messageOf(
      say(Array.from({ length: 600 }, (_, at) => `第${at}行${'字'.repeat(20)}`).join('\n')),
    )
    fake.faults.queue({ kind: 'tooMany', retryAfter: 3 }, { method: 'sendMessage', after: 1 })
    expect(await refused(message)).toMatchObject({ retryAt: expect.any(Number), message: 'telegram 429' })
    expect(person.sees()).toHaveLength(1)
    expect(await channel.send(message)).toBe('delivered')
    const parts = person.sees().map(({ text }) => text)
    expect(new Set(parts).size).toBe(parts.length)
    expect(parts.join('\n')).toBe(message.reply.text)
  })

  test('a message that belongs below another one answers it, as long as that is there', async () => {
    await send(say('先'))
    const { id } = person.newest()
    await send(say('后'), { thread: String(id) })
    expect(person.newest().message.reply_to_message?.message_id).toBe(id)
    expect(await send(say('又'), { thread: '999999' })).toBe('delivered')
  })

  test('keys for a phone stand until something comes that has no buttons', async () => {
    await send(asks('phone'))
    expect(person.keyboard()).toEqual([['发送我的手机号'], ['只打字'], ['返回']])
    await send(asks('choice'))
    await send(card('【派单】'))
    expect(person.keyboard()).not.toBeNull()
    await send(say('记下了。'))
    expect(person.keyboard()).toBeNull()
    expect(person.sees().map(({ text }) => text)).toHaveLength(4)
  })
})

describe('a message that is changed', () => {
  test('reads as it stands now, without its buttons', async () => {
    const receipt = await send(card('【派单】'))
    const ref = typeof receipt === 'object' ? receipt.ref : ''
    const now: Reply = { ...card('【派单】已签收'), buttons: [], twin: null } as Reply
    expect(await send(now, { edits: ref })).toEqual({ ref })
    expect(person.sees()).toMatchObject([{ text: '🟠 【派单】已签收', buttons: [], edited: true }])
  })

  test('is done when it reads so already, or is gone', async () => {
    const receipt = await send(card('【派单】'))
    const ref = typeof receipt === 'object' ? receipt.ref : ''
    expect(await send(card('【派单】'), { edits: ref })).toEqual({ ref })
    expect(await send(card('【派单】'), { edits: '999999' })).toEqual({ ref: '999999' })
    expect(person.sees()).toHaveLength(1)
  })

  test('may be changed again when nobody knows whether it was', async () => {
    const receipt = await send(card('【派单】'))
    const ref = typeof receipt === 'object' ? receipt.ref : ''
    const message = messageOf(card('【派单】已签收'), { edits: ref })
    fake.faults.queue({ kind: 'acceptedThenReset' }, { method: 'editMessageText' })
    expect(await refused(message)).toMatchObject({ retryAt: expect.any(Number) })
    expect(await channel.send(message)).toEqual({ ref })
  })

  test('by a name that no message has is refused for good', async () => {
    expect(await refused(messageOf(say('好'), { edits: 'x' }))).toMatchObject({ retryAt: 'never' })
  })
})

describe('what is refused', () => {
  test('blocked, gone, never spoken: for good, by a code and no words', async () => {
    const outcomes: [Person, string][] = [
      [fake.user(), 'telegram 403 blocked'],
      [fake.user(), 'telegram 403 deactivated'],
    ]
    for (const [one] of outcomes) one.start()
    outcomes[0]![0].blocks()
    outcomes[1]![0].deactivates()
    for (const [one, why] of outcomes) {
      const error = await refused(messageOf(say('他又打我了'), { to: addressOf(one.id) }))
      expect(error).toMatchObject({ retryAt: 'never', message: why })
      expect(JSON.stringify(error)).not.toContain('打我')
    }
    const error = await refused(messageOf(say('在吗'), { to: addressOf(77) }))
    expect(error).toMatchObject({ retryAt: 'never', message: 'telegram 400 chat not found' })
  })

  test('thrown out of a group', async () => {
    const group = fake.group('所里的群', [person])
    group.removesBot()
    const error = await refused(messageOf(say('在吗'), { to: addressOf(group.id()) }))
    expect(error).toMatchObject({ retryAt: 'never', message: 'telegram 403 kicked' })
  })

  test('a group that has moved says where to', async () => {
    const group: Group = fake.group('所里的群', [person])
    const before = addressOf(group.id())
    const now = group.becomesSupergroup()
    const error = await refused(messageOf(say('新警情'), { to: before }))
    expect(error).toBeInstanceOf(Moved)
    expect(error).toMatchObject({ to: addressOf(now).id })
    expect(await send(say('新警情'), { to: addressOf(now) })).toBe('delivered')
    expect(group.reads().filter(({ seen }) => seen.text === '新警情')).toHaveLength(1)
  })

  test('too much: not before Telegram says', async () => {
    fake.faults.queue({ kind: 'tooMany', retryAfter: 30 })
    const from = Date.now()
    const error = await refused(messageOf(say('在吗')))
    expect(error).toBeInstanceOf(Undelivered)
    const { retryAt } = error as Undelivered
    expect(retryAt).toBeGreaterThanOrEqual(from + 30_000)
    expect(retryAt).toBeLessThan(Date.now() + 31_000)
  })

  test.each([
    '',
    '7000000001',
    '7000000002/5',
    '7000000001/x',
    '7000000001/0',
    '7000000001/99999999999999999',
  ])('the address %j is not of this bot', async (id) => {
    const error = await refused(messageOf(say('在吗'), { to: { channel: 'telegram', id } }))
    expect(error).toMatchObject({ retryAt: 'never', message: 'telegram no such address' })
    expect(fake.ledger.calls).toEqual([])
  })

  test('one attempt for each call, in the time that a message has', async () => {
    fake.faults.queue({ kind: 'halfOpen' })
    const began = performance.now()
    expect(await refused(messageOf(say('在吗')))).toMatchObject({ retryAt: 'unknown' })
    expect(performance.now() - began).toBeLessThan(PATIENCE + 1_500)
    expect(fake.ledger.called('sendMessage')).toHaveLength(1)
  })
})

describe('a server that is not Telegram', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close()
      server.closeAllConnections()
    }
  })

  async function answering(
    status: number,
    body: string,
    headers: Record<string, string> = {},
  ): Promise<string> {
    const server = createServer((_, response) => response.writeHead(status, headers).end(body))
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = server.address()
    return `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`
  }

  async function outcome(apiRoot: string): Promise<unknown> {
    const { ports } = memoryStation({ ...fake, apiRoot })
    return telegram(ports, { patience: PATIENCE })
      .send(messageOf(say('在吗')))
      .catch((error: unknown) => error)
  }

  test.each<[string, number, string, 'later' | 'unknown' | 'never']>([
    ['a page of a captive portal', 200, '<html>', 'unknown'],
    ['a proxy’s no', 403, '<html>forbidden', 'later'],
    ['a gateway that waited in vain', 504, '', 'later'],
    [
      'a mistake of the server',
      500,
      '{"ok":false,"error_code":500,"description":"Internal Server Error: restart"}',
      'later',
    ],
    ['a token that nobody knows', 401, '{"ok":false,"error_code":401,"description":"Unauthorized"}', 'later'],
    ['a token that was taken back', 404, '{"ok":false,"error_code":404,"description":"Not Found"}', 'later'],
    [
      'a button that it does not like',
      400,
      '{"ok":false,"error_code":400,"description":"Bad Request: BUTTON_DATA_INVALID"}',
      'never',
    ],
  ])('%s', async (_, status, body, hope) => {
    const error = await outcome(await answering(status, body))
    expect(error).toBeInstanceOf(Undelivered)
    const { retryAt, message } = error as Undelivered
    expect(typeof retryAt === 'number' ? 'later' : retryAt).toBe(hope)
    expect(message).toMatch(/^telegram \d{3}/)
  })

  test('is not followed elsewhere', async () => {
    let asked = 0
    const elsewhere = createServer((_, response) => {
      asked++
      response.end('{"ok":true,"result":{"message_id":1}}')
    })
    servers.push(elsewhere)
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    const at = elsewhere.address()
    const location = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}/`
    expect(await outcome(await answering(307, '', { location }))).toBeInstanceOf(Undelivered)
    expect(asked).toBe(0)
  })

  /** Where somebody listened, and nobody does any more. */
  async function nobody(): Promise<string> {
    const root = await answering(200, '')
    const server = servers.pop()
    await new Promise((resolve) => server?.close(resolve))
    return root
  }

  test('and none at all: nothing went out, so it is simply tried again', async () => {
    const error = await outcome(await nobody())
    expect(error).toMatchObject({ message: 'telegram not reached', retryAt: expect.any(Number) })
    expect(await outcome('http://nobody.invalid')).toMatchObject({ retryAt: expect.any(Number) })
  })

  test('the token is in no error', async () => {
    const secret = fake.token.split(':')[1] ?? ''
    for (const root of [
      await nobody(),
      await answering(502, '<html>'),
      await answering(401, '{"ok":false}'),
    ]) {
      const error = await outcome(root)
      const told: string[] = []
      for (let one = error; one instanceof Error; one = one.cause)
        told.push(one.message, String(one.stack), JSON.stringify(one))
      expect(told.length).toBeGreaterThan(0)
      expect(told.join('\n')).not.toContain(secret)
    }
  })
})
