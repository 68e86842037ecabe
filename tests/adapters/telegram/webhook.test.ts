// Telegram brings its news: who is let in, what is answered, and what happens to files and buttons on the way.
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { telegram } from '../../../adapters/telegram/index.ts'
import { type Hear, type Inbound, Unavailable } from '../../../flows/core/ports.ts'
import { type Reply, say } from '../../../flows/core/reply.ts'
import { type FakeTelegram, openTelegram } from '../../platforms/telegram/telegram.ts'
import { type Door, openDoor } from './door.ts'
import * as sample from './samples.ts'
import { memoryStation, rest, type Station, soon, WEBHOOK_SECRET } from './station.ts'
import { message, update } from './updates.ts'

let fake: FakeTelegram
let door: Door
let station: Station
let channel: ReturnType<typeof telegram>
let heard: Inbound[]

beforeEach(async () => {
  fake = await openTelegram({ pace: 0.001 })
  door = await openDoor(() => channel.app)
  station = memoryStation(fake, { mode: 'webhook', url: door.url, secret: WEBHOOK_SECRET })
  channel = telegram(station.ports, { patience: 1_000 })
  heard = []
})
afterEach(async () => {
  await channel.close()
  await door.close()
  await fake.stop()
})

const opened = (hear: Hear = async (inbound) => void heard.push(inbound)) => channel.open(hear)
const events = () => heard.map(({ event }) => event)

describe('the door', () => {
  const post = (body: string, headers: Record<string, string>) =>
    fetch(door.url, { method: 'POST', body, headers })
  const known = { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET }
  const valid = JSON.stringify(update({ message: message({ text: '在吗' }) }))

  test('is open to whoever knows the secret, and to nobody else', async () => {
    await opened()
    for (const secret of ['', 'x', `${WEBHOOK_SECRET}x`, WEBHOOK_SECRET.slice(1)])
      expect((await post(valid, { 'x-telegram-bot-api-secret-token': secret })).status).toBe(401)
    expect((await post(valid, {})).status).toBe(401)
    expect(heard).toEqual([])
    expect((await post(valid, known)).status).toBe(200)
    expect(events()).toEqual([{ kind: 'text', text: '在吗' }])
  })

  test('what is too large, or no update, goes no further', async () => {
    await opened()
    expect((await post('x'.repeat(1024 * 1024 + 1), known)).status).toBe(413)
    for (const body of ['', '{', 'null', '[]', '{}', '{"update_id":"1"}'])
      expect((await post(body, known)).status).toBe(400)
    expect(heard).toEqual([])
  })

  test('a body is not believed to be as long as it says', async () => {
    await opened()
    const chunk = 'x'.repeat(256 * 1024)
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(chunk))
      },
    })
    const answer = await channel.app!.request(
      new Request('http://localhost/telegram', {
        method: 'POST',
        body: endless,
        headers: known,
        duplex: 'half',
      } as RequestInit),
    )
    expect(answer.status).toBe(413)
  })

  test('kinds of updates that nobody knows are taken, and shapes that nobody knows, too', async () => {
    await opened()
    for (const content of [
      { of_next_year: {} },
      { message: 7 },
      { message: { chat: null } },
      { callback_query: {} },
    ])
      expect((await post(JSON.stringify({ update_id: 5, ...content }), known)).status).toBe(200)
    expect(heard).toEqual([])
  })

  test('before it is kept nothing is taken, and nothing is ever asked of Telegram in the answer', async () => {
    let outcome: () => Error | null = () => new Unavailable('the books are away', 7)
    await opened(async () => {
      const error = outcome()
      if (error) throw error
    })
    const away = await post(valid, known)
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '7'])
    outcome = () => new Error('a mistake of the desk')
    const mistaken = await post(valid, known)
    expect(mistaken.status).toBe(503)
    expect(mistaken.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(station.faults.map(({ where }) => where)).toEqual(['update'])
    outcome = () => null
    const taken = await post(valid, known)
    expect(taken.status).toBe(200)
    expect(await taken.text()).toBe('ok\n')
  })

  test('closed, it asks to come again', async () => {
    expect((await post(valid, known)).status).toBe(503)
  })
})

describe('the address', () => {
  test('is told with the secret and the kinds that are wanted', async () => {
    await opened()
    expect(channel.hears()).toBe(true)
    expect(channel.nameOfBot()).toBe(fake.botName)
    const [{ parameters } = { parameters: {} }] = fake.ledger.called('setWebhook')
    expect(parameters).toMatchObject({ url: door.url, secret_token: WEBHOOK_SECRET })
  })

  test('is told again until Telegram has it, and nobody waits for that', async () => {
    fake.faults.queue({ kind: 'serverError' }, { method: 'setWebhook' })
    fake.faults.queue({ kind: 'htmlError' }, { method: 'getMe' })
    await opened()
    expect(channel.hears()).toBe(false)
    expect(channel.nameOfBot()).toBeNull()
    await soon(() => channel.hears() && channel.nameOfBot() !== null, 'the webhook is set')
    expect(station.faults.map(({ where }) => where).sort()).toEqual(['getMe', 'setWebhook'])
  })
})

describe('what people send', () => {
  test('everything comes once, in order, whatever breaks on the way', async () => {
    let calls = 0
    await opened(async (inbound) => {
      if (calls++ % 3 === 0) throw new Unavailable('the books are away', 1)
      heard.push(inbound)
    })
    const [one, other] = [fake.user(), fake.user()]
    for (let n = 0; n < 20; n++) for (const person of [one, other]) person.says(`第${n}句`)
    await fake.drained()
    for (const { id } of [one, other])
      expect(
        heard
          .filter(({ from }) => from.id.endsWith(`/${id}`))
          .map(({ event }) => 'text' in event && event.text),
      ).toEqual(Array.from({ length: 20 }, (_, n) => `第${n}句`))
  })

  test('pictures sent together are kept, and named as one album', async () => {
    await opened()
    const person = fake.user()
    person.sendsAlbum([
      { bytes: sample.JPEG, caption: '院墙' },
      { bytes: sample.PNG },
      { bytes: sample.PDF, kind: 'document', name: '合同.pdf' },
    ])
    await fake.drained()
    expect(new Set(heard.map(({ album }) => album)).size).toBe(1)
    expect(heard[0]?.album).toMatch(/^\d+$/)
    const files = events().flatMap((event) => (event.kind === 'files' ? event.files : []))
    expect(files.map(({ type }) => type)).toEqual(['image/jpeg', 'image/png', 'application/pdf'])
    expect(files[2]).toMatchObject({ name: '合同.pdf' })
    expect(events()[0]).toMatchObject({ caption: '院墙' })
    const kept = station.files.get(files[0]?.id ?? '')
    expect(kept && Buffer.compare(kept.bytes, sample.JPEG)).toBe(0)
    expect(kept?.by).toEqual(heard[0]?.from)
    expect(kept?.key).toBe(files[0]?.id)
  })

  test('a voice note has its length', async () => {
    await opened()
    fake.user().sendsVoice(sample.OGG, 7)
    await fake.drained()
    expect(events()).toEqual([
      { kind: 'files', files: [{ id: expect.any(String), type: 'audio/ogg', seconds: 7 }] },
    ])
  })

  test('what is too large, or something else than it says, is said to be so', async () => {
    await opened()
    const person = fake.user()
    person.sendsPhoto({ bytes: sample.JPEG, size: 21 * 1024 * 1024 })
    person.sendsDocument(sample.PAGE, { name: '合同.pdf' })
    person.sendsSticker(sample.WEBP)
    await fake.drained()
    expect(events()).toEqual([
      { kind: 'unreadable', why: 'tooLarge' },
      { kind: 'unreadable', why: 'kind' },
      { kind: 'unreadable', why: 'kind' },
    ])
    expect(station.files.size).toBe(0)
  })

  test('a file that is not to be had is tried again, and then called lost; its caption is not', async () => {
    await opened()
    const person = fake.user()
    fake.faults.queue({ kind: 'serverError' }, { method: 'getFile', times: 2 })
    person.sendsPhoto(sample.JPEG)
    await fake.drained()
    expect(events()).toMatchObject([{ kind: 'files' }])
    fake.faults.queue({ kind: 'serverError' }, { method: 'getFile', times: 99 })
    person.sendsPhoto(sample.JPEG, '他在打我')
    await fake.drained()
    expect(events().slice(1)).toEqual([
      { kind: 'text', text: '他在打我' },
      { kind: 'unreadable', why: 'lost' },
    ])
    const told = station.faults.map(({ error }) => String(error) + JSON.stringify(error)).join('\n')
    expect(told).not.toContain(fake.token.split(':')[1])
  })

  test('a group that grows is followed before that is acknowledged', async () => {
    await opened()
    const person = fake.user()
    const group = fake.group('所里的群', [person])
    const before = group.id()
    group.says(person, '/alerts on')
    await fake.drained()
    expect(events()).toEqual([{ kind: 'group', group: `${fake.botId}/${before}`, alerts: true }])
    const after = group.becomesSupergroup()
    await fake.drained()
    expect(station.moves[0]).toEqual([
      { channel: 'telegram', id: `${fake.botId}/${before}` },
      { channel: 'telegram', id: `${fake.botId}/${after}` },
    ])
  })
})

describe('buttons', () => {
  const asked = (choices: string[]): Reply => ({
    kind: 'ask',
    id: 'toy/kind',
    text: '哪一类？',
    choices: choices.map((label) => ({ id: label, label })),
    hint: 'choice',
    back: true,
  })
  let seq = 0
  const send = (chat: number, reply: Reply) =>
    channel.send({
      id: `m${seq++}`,
      seq,
      to: { channel: 'telegram', id: `${fake.botId}/${chat}` },
      at: 0,
      locale: 'zh',
      reply,
    })

  test('a press is heard, and then its wheel stops', async () => {
    await opened()
    const person = fake.user()
    person.start()
    await send(person.id, asked(['院墙']))
    const pressed = person.presses('院墙')
    const back = person.presses('返回')
    await fake.drained()
    expect(
      events()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['arrive', 'back', 'tap'])
    for (const one of [pressed, back])
      await soon(() => 'toast' in one && one.toast() !== null, 'the wheel stops')
    expect('toast' in pressed && pressed.toast()?.text).toBe('')
  })

  test('a press that can no longer be answered is heard all the same', async () => {
    await opened()
    const person = fake.user()
    person.start()
    await send(person.id, asked(['院墙']))
    await fake.drained()
    fake.hold()
    const { update: record } = person.presses('院墙')
    fake.forward(200_000)
    expect(await fake.pushOnce(record!, door.url)).toBe(200)
    await soon(
      () => fake.ledger.called('answerCallbackQuery').some(({ status }) => status === 400),
      'too late',
    )
    expect(events().at(-1)?.kind).toBe('tap')
    await rest(20)
    expect(station.faults).toEqual([])
  })

  test('in a group nothing can be pressed', async () => {
    await opened()
    const person = fake.user()
    const group = fake.group('所里的群', [person])
    await send(group.id(), asked(['院墙']))
    const pressed = person.in(group).forges('b.press-1')
    await fake.drained()
    await soon(() => pressed.toast() !== null, 'it is answered')
    expect(pressed.toast()?.text).toBe('请在和我的私聊里办理。')
    expect(events()).toEqual([])
  })
})

describe('the menus', () => {
  const shown = (person: { menu(): { command: string }[] }) => person.menu().map(({ command }) => command)

  test('everybody has one, in their language; staff have theirs as long as they are staff', async () => {
    await opened()
    const [zh, en] = [fake.user(), fake.user(undefined, { language: 'en' })]
    await soon(() => en.menu()[0]?.description === 'Where it stands', 'the menu of everybody')
    expect(zh.menu()).toEqual([
      { command: 'status', description: '办到哪里了' },
      { command: 'help', description: '能做什么' },
    ])
    zh.says('在吗')
    await fake.drained()
    station.staff.add(`${fake.botId}/${zh.id}`)
    zh.start('b_a-code')
    await soon(() => shown(zh).includes('accept'), 'the menu of staff')
    expect(shown(en)).not.toContain('accept')
    station.staff.clear()
    zh.start('b_another')
    await soon(() => !shown(zh).includes('accept'), 'no menu of staff')
  })

  test('that they cannot be shown holds nothing up', async () => {
    fake.faults.queue({ kind: 'serverError' }, { method: 'setMyCommands' })
    await opened()
    await soon(() => station.faults.some(({ where }) => where === 'setMyCommands'), 'it is told')
    fake.user().says('在吗')
    await fake.drained()
    expect(events()).toEqual([{ kind: 'text', text: '在吗' }])
  })
})

test('a file is fetched from the Bot API and nowhere else', async () => {
  let strangers = 0
  const elsewhere = createServer((_, response) => {
    strangers++
    response.end(sample.JPEG)
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const at = elsewhere.address()
  const port = at !== null && typeof at === 'object' ? at.port : 0
  // A server that sends whoever asks for a file to another one, or names a path that leads out.
  let path = 'photos/file_1.jpg'
  const crooked = createServer((request, response) => {
    if (request.url?.includes('/file/'))
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
    else
      response.end(
        JSON.stringify({ ok: true, result: { file_id: 'f', file_unique_id: 'u', file_path: path } }),
      )
  })
  await new Promise<void>((resolve) => crooked.listen(0, '127.0.0.1', resolve))
  const root = crooked.address()
  try {
    const apiRoot = `http://127.0.0.1:${root !== null && typeof root === 'object' ? root.port : 0}`
    station = memoryStation({ ...fake, apiRoot }, { mode: 'webhook', url: door.url, secret: WEBHOOK_SECRET })
    channel = telegram(station.ports, { patience: 1_000 })
    await opened()
    const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }]
    const body = JSON.stringify(update({ message: message({ photo }) }))
    const headers = { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET }
    for (const one of ['photos/file_1.jpg', '../../etc/passwd', '/etc/passwd', '']) {
      path = one
      const { status } = await fetch(door.url, { method: 'POST', body, headers })
      expect(status).toBe(one === '' ? 200 : 503)
    }
    expect(events()).toEqual([{ kind: 'unreadable', why: 'lost' }])
    expect(strangers).toBe(0)
    expect(station.files.size).toBe(0)
  } finally {
    for (const server of [elsewhere, crooked]) {
      server.close()
      server.closeAllConnections()
    }
  }
})

test('replies can be sent while nothing is heard', async () => {
  const person = fake.user()
  person.start()
  const to = { channel: 'telegram', id: `${fake.botId}/${person.id}` }
  expect(await channel.send({ id: 'm', seq: 1, to, at: 0, locale: 'zh', reply: say('在') })).toBe('delivered')
})
