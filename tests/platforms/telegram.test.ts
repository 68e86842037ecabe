// The fake Telegram behaves as the real Bot API server does; asked by plain requests, and once through grammY.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { Api, GrammyError } from 'grammy'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Person } from './telegram/person.ts'
import { type FakeTelegram, openTelegram, type TelegramOptions } from './telegram/telegram.ts'
import type { Pressed } from './telegram/voice.ts'

const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop()
})

type Answer = {
  status: number
  ok: boolean
  result: any
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

async function telegram(options: TelegramOptions = {}) {
  const fake = await openTelegram({ seed: 7, ...options })
  open.push(fake)
  return { fake, call: caller(fake) }
}

function caller(fake: FakeTelegram) {
  return async (method: string, body?: object, signal?: AbortSignal): Promise<Answer> => {
    const response = await fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, {
      method: 'POST',
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    })
    const answer: any = await response.json()
    return { status: response.status, ...answer }
  }
}

type Heard = { at: number; headers: IncomingMessage['headers']; update: any }

/** A bot behind a webhook: `answer` decides what is answered, 200 where it says nothing. */
async function bot(
  answer: (update: any, heard: Heard[]) => Promise<Reply | undefined> | Reply | undefined = () => undefined,
) {
  const heard: Heard[] = []
  let most = 0
  let now = 0
  const server = createServer((request, response) => {
    void (async () => {
      most = Math.max(most, ++now)
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      const update: any = JSON.parse(Buffer.concat(pieces).toString())
      heard.push({ at: Date.now(), headers: request.headers, update })
      const reply = await answer(update, heard)
      now--
      if (reply === 'hang up') request.socket.destroy()
      else response.writeHead(reply?.status ?? 200, reply?.headers).end(reply?.body)
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  open.unshift({
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  })
  return {
    url: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/telegram`,
    heard,
    ids: () => heard.map(({ update }) => update.update_id as number),
    most: () => most,
  }
}
type Reply = { status?: number; headers?: Record<string, string>; body?: string } | 'hang up'

const button = (text: string, data: string) => ({
  reply_markup: { inline_keyboard: [[{ text, callback_data: data }]] },
})

function pressed(what: ReturnType<Person['presses']>): Pressed {
  if (!('toast' in what)) throw new Error('this was no inline button')
  return what
}

describe('the door', () => {
  test('it knows its token, its methods and no others', async () => {
    const { fake, call } = await telegram()
    const me = await call('getMe')
    expect(me).toMatchObject({
      status: 200,
      ok: true,
      result: { id: fake.botId, is_bot: true, username: fake.botName },
    })
    const wrong = await fetch(`${fake.apiRoot}/bot${fake.botId}:AAwrong/getMe`)
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ])
    expect(await call('getNothing')).toMatchObject({
      status: 404,
      description: 'Not Found: method not found',
    })
    expect((await fetch(`${fake.apiRoot}/`)).status).toBe(404)
  })

  test('it takes parameters from the address, a form, parts and JSON, and names in any case', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start()
    const url = `${fake.apiRoot}/bot${fake.token}/sendmessage`
    const given = {
      chat_id: String(person.id),
      text: '一样',
      reply_markup: '{"inline_keyboard":[[{"text":"好","callback_data":"x"}]]}',
    }
    const parts = new FormData()
    for (const [name, value] of Object.entries(given)) parts.set(name, value)
    await fetch(`${url}?${new URLSearchParams(given).toString()}`)
    await fetch(url, { method: 'POST', body: new URLSearchParams(given) })
    await fetch(url, { method: 'POST', body: parts })
    await call('sendMessage', { chat_id: person.id, text: '一样', ...button('好', 'x') })
    expect(person.sees().map(({ text, buttons }) => ({ text, buttons }))).toEqual(
      Array.from({ length: 4 }, () => ({ text: '一样', buttons: [{ label: '好', data: 'x' }] })),
    )
    expect(fake.ledger.counts()).toMatchObject({ sent: 4, ambiguous: 0 })
  })

  test("grammY's own client understands it", async () => {
    const { fake } = await telegram()
    const api = new Api(fake.token, { apiRoot: fake.apiRoot })
    const person = fake.user('村民甲')
    person.start('v_01')
    const [update] = await api.getUpdates()
    expect(update?.message?.text).toBe('/start v_01')
    const sent = await api.sendMessage(person.id, '您好', { protect_content: true })
    expect(sent).toMatchObject({ text: '您好', has_protected_content: true })
    await api.editMessageText(person.id, sent.message_id, '您好！')
    expect(person.newest()).toMatchObject({ text: '您好！', edited: true })
    person.blocks()
    const refused = await api.sendMessage(person.id, '再见').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(GrammyError)
    expect(refused).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' })
  })
})

describe('asking for updates', () => {
  test('numbers follow one another from a random start; a later offset confirms', async () => {
    const { fake, call } = await telegram()
    const other = await telegram({ seed: 8 })
    const person = fake.user()
    for (const words of ['一', '二', '三']) person.says(words)
    const first = (await call('getUpdates')).result
    expect(first.map((update: any) => update.message.text)).toEqual(['一', '二', '三'])
    const start: number = first[0].update_id
    expect(first.map((update: any) => update.update_id)).toEqual([start, start + 1, start + 2])
    expect(other.fake.user().says('一').update?.id).not.toBe(start)
    expect((await call('getUpdates', { limit: 1 })).result).toHaveLength(1)
    expect((await call('getUpdates', { offset: start + 2 })).result).toHaveLength(1)
    expect(fake.ledger.updates.map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged', 'waiting'])
    expect((await call('getUpdates')).result).toHaveLength(1)
  })

  test('a negative offset forgets all but the newest', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    for (const words of ['一', '二', '三']) person.says(words)
    const { result } = await call('getUpdates', { offset: -1 })
    expect(result.map((update: any) => update.message.text)).toEqual(['三'])
    expect(fake.ledger.counts()).toMatchObject({ waiting: 1, dropped: 2 })
  })

  test('a long poll ends with news at once, and without any after its time', async () => {
    const { fake, call } = await telegram({ pace: 0.05 })
    const asked = call('getUpdates', { timeout: 50 })
    await vi.waitFor(() => expect(fake.isPolled()).toBe(true))
    fake.user().says('来了')
    expect((await asked).result).toHaveLength(1)
    const { result } = await call('getUpdates', { offset: fake.ledger.updates[0]!.id + 1, timeout: 2 })
    expect(result).toEqual([])
  })

  test('a second caller ends the first with 409, and a third soon after is told late', async () => {
    const { fake, call } = await telegram({ pace: 0.1 })
    const first = call('getUpdates', { timeout: 50 })
    await vi.waitFor(() => expect(fake.isPolled()).toBe(true))
    const second = call('getUpdates', { timeout: 50 })
    expect(await first).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    const told = Date.now()
    const third = call('getUpdates', { timeout: 50 })
    expect(await second).toMatchObject({ status: 409 })
    expect(Date.now() - told).toBeGreaterThan(200)
    fake.user().says('还在')
    expect((await third).result).toHaveLength(1)
  })

  test('with a webhook it is refused, and setting one ends it', async () => {
    const { fake, call } = await telegram()
    const { url } = await bot()
    const waits = call('getUpdates', { timeout: 50 })
    await vi.waitFor(() => expect(fake.isPolled()).toBe(true))
    expect(await call('setWebhook', { url })).toMatchObject({ ok: true, result: true })
    expect(await waits).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    })
    expect(await call('getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true, result: [] })
  })

  test("a caller that hangs up stands in nobody's way", async () => {
    const { fake, call } = await telegram({ pace: 1 })
    await expect(call('getUpdates', { timeout: 50 }, AbortSignal.timeout(60))).rejects.toThrow()
    await vi.waitFor(() => expect(fake.isPolled()).toBe(false))
    fake.user().says('在吗')
    expect(await call('getUpdates', { timeout: 50 })).toMatchObject({ ok: true, result: [{}] })
  })

  test('a message is kept for a day, a press for 150 seconds; after a week numbers begin elsewhere', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.says('您好')
    await call('sendMessage', { chat_id: person.id, text: '？', ...button('签收', 'a') })
    const press = pressed(person.presses('签收'))
    fake.forward(149_000)
    expect((await call('getUpdates')).result).toHaveLength(2)
    fake.forward(2_000)
    expect((await call('getUpdates')).result.map((update: any) => Object.keys(update)[1])).toEqual([
      'message',
    ])
    expect(press.update).toMatchObject({ state: 'dropped', why: 'expired' })
    fake.forward(24 * 3_600_000)
    expect((await call('getUpdates')).result).toEqual([])
    const last = fake.ledger.updates.at(-1)!.id
    fake.forward(8 * 24 * 3_600_000)
    const next = person.says('又来了').update!.id
    expect(Math.abs(next - last)).toBeGreaterThan(100)
    // Whoever asks from the old place gets it all the same.
    expect((await call('getUpdates', { offset: last + 1 })).result).toHaveLength(1)
  })

  test('only the kinds that the bot wants are kept', async () => {
    const { fake, call } = await telegram()
    await call('getUpdates', { allowed_updates: ['message'] })
    const person = fake.user()
    person.says('您好')
    expect(person.edits('last', '您好！').update).toBeNull()
    expect((await call('getUpdates')).result).toHaveLength(1)
    expect((await call('getWebhookInfo')).result).toMatchObject({
      allowed_updates: ['message'],
      pending_update_count: 1,
    })
  })
})

describe('pushing updates', () => {
  test('each comes once, with the secret, in the order of its chat', async () => {
    const { fake, call } = await telegram()
    const { url, heard, ids } = await bot()
    await call('setWebhook', { url, secret_token: 'a-secret_1' })
    const person = fake.user()
    const said = Array.from({ length: 20 }, (_, number) => person.says(`第${number}句`).update!.id)
    await fake.drained()
    expect(ids()).toEqual(said)
    expect(new Set(heard.map(({ headers }) => headers['x-telegram-bot-api-secret-token']))).toEqual(
      new Set(['a-secret_1']),
    )
    expect(fake.ledger.counts()).toMatchObject({ updates: 20, acknowledged: 20, pushes: 20 })
  })

  test('one that is not taken holds up its chat and no other, nor the presses of the same person', async () => {
    const { fake, call } = await telegram()
    let ill = true
    const { url, heard } = await bot((update) =>
      ill && update.message?.text === '毒' ? { status: 500 } : undefined,
    )
    const [one, other] = [fake.user(), fake.user()]
    one.start()
    await call('sendMessage', { chat_id: one.id, text: '？', ...button('签收', 'a') })
    await call('setWebhook', { url })
    one.says('毒')
    one.says('后面的')
    one.presses('签收')
    other.says('别人的')
    await vi.waitFor(() => {
      expect(heard.some(({ update }) => update.callback_query)).toBe(true)
      expect(heard.some(({ update }) => update.message?.text === '别人的')).toBe(true)
    })
    expect(heard.some(({ update }) => update.message?.text === '后面的')).toBe(false)
    ill = false
    await fake.drained()
    expect(heard.some(({ update }) => update.message?.text === '后面的')).toBe(true)
  })

  test('the first retry comes at once, later ones after twice the time; Retry-After is obeyed', async () => {
    const { fake, call } = await telegram({ pace: 0.05 })
    const { url, heard } = await bot((_, before) => {
      if (before.length <= 4) return { status: 500 }
      return before.length === 5 ? { status: 503, headers: { 'retry-after': '20' } } : undefined
    })
    await call('setWebhook', { url })
    fake.user().says('您好')
    await fake.drained()
    const gaps = heard.slice(1).map(({ at }, before) => at - heard[before]!.at)
    expect(gaps[0]).toBeLessThan(80)
    expect(gaps[1]).toBeGreaterThanOrEqual(98)
    expect(gaps[2]).toBeGreaterThanOrEqual(198)
    expect(gaps[3]).toBeGreaterThanOrEqual(398)
    expect(gaps[4]).toBeGreaterThanOrEqual(998)
    expect(gaps).toHaveLength(5)
    expect(fake.ledger.updates[0]!.pushes.map(({ status }) => status)).toEqual([500, 500, 500, 500, 503, 200])
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url,
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 503',
    })
  })

  test('a press that nobody takes is dropped when its 150 seconds would be over, a message is not', async () => {
    const { fake, call } = await telegram({ pace: 0.001 })
    const { url } = await bot(() => 'hang up')
    const person = fake.user()
    person.start()
    await call('sendMessage', { chat_id: person.id, text: '？', ...button('签收', 'a') })
    await call('setWebhook', { url })
    const press = pressed(person.presses('签收'))
    await vi.waitFor(() => expect(press.update).toMatchObject({ state: 'dropped', why: 'given up' }))
    expect(press.update!.pushes.length).toBeGreaterThan(4)
    expect(press.update!.pushes.every(({ status }) => status === null)).toBe(true)
    expect(fake.ledger.updates[0]).toMatchObject({ kind: 'message', state: 'waiting' })
    expect((await call('getWebhookInfo')).result.last_error_message).toBe('Webhook connection closed')
    await call('deleteWebhook')
  })

  test('silence is a failure, and what waits when a webhook is set is brought', async () => {
    const { fake, call } = await telegram({ pushIdleMs: 50 })
    const person = fake.user()
    person.says('早就说了')
    const { url, heard } = await bot((_, before) =>
      before.length === 1 ? new Promise((resolve) => setTimeout(() => resolve(undefined), 300)) : undefined,
    )
    await call('setWebhook', { url })
    await fake.drained()
    expect(heard.map(({ update }) => update.message.text)).toEqual(['早就说了', '早就说了'])
  })

  test('no more connections at a time than allowed', async () => {
    const { fake, call } = await telegram()
    const slow = await bot(() => new Promise((resolve) => setTimeout(() => resolve(undefined), 5)))
    await call('setWebhook', { url: slow.url, max_connections: 3 })
    for (let person = 0; person < 30; person++) fake.user().says('您好')
    await fake.drained()
    expect(slow.most()).toBe(3)
    expect(slow.heard).toHaveLength(30)
  })

  test('duplicates and disorder as the plan wants them, over two replicas; each comes at least once', async () => {
    const { fake, call } = await telegram({ seed: 3, rates: { duplicate: 0.4, reorder: 0.4 } })
    const [left, right] = [await bot(), await bot()]
    await call('setWebhook', { url: left.url })
    fake.alsoTo(right.url)
    const people = Array.from({ length: 5 }, () => fake.user())
    const said: number[] = []
    for (let round = 0; round < 40; round++)
      for (const person of people) said.push(person.says(`第${round}句`).update!.id)
    await fake.drained()
    const ids = [...left.ids(), ...right.ids()]
    expect(new Set(ids)).toEqual(new Set(said))
    const times = said.map((id) => ids.filter((other) => other === id).length)
    expect(Math.max(...times)).toBeLessThanOrEqual(5)
    expect(times.filter((count) => count > 1).length).toBeGreaterThan(40)
    expect(left.heard.length).toBeGreaterThan(50)
    expect(right.heard.length).toBeGreaterThan(50)
    const ofFirst = left.heard
      .map(({ update }) => update)
      .filter((update) => update.message.from.id === people[0]!.id)
    const order: number[] = ofFirst.map((update) => update.update_id)
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
  })

  test('held pushes go one at a time when told to', async () => {
    const { fake, call } = await telegram()
    const { url, heard } = await bot((_, before) => (before.length === 1 ? { status: 503 } : undefined))
    await call('setWebhook', { url })
    fake.hold()
    const { update } = fake.user().says('您好')
    expect(await fake.pushOnce(update!)).toBe(503)
    expect(update!.state).toBe('waiting')
    expect(await fake.pushOnce(update!)).toBe(200)
    expect(update!.state).toBe('acknowledged')
    fake.release()
    await fake.drained()
    expect(heard).toHaveLength(2)
  })

  test('a call in the answer is done, and nobody learns what became of it', async () => {
    const { fake, call } = await telegram()
    const { url } = await bot((update) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method: 'sendMessage', chat_id: update.message.chat.id, text: '收到' }),
    }))
    await call('setWebhook', { url })
    const person = fake.user()
    person.says('您好')
    await fake.drained()
    expect(person.newest().text).toBe('收到')
    expect(fake.ledger.repliedWith).toEqual(['sendMessage'])
    expect(fake.ledger.counts().ambiguous).toBe(1)
  })

  test('410 for a day ends the webhook', async () => {
    const { fake, call } = await telegram({ pace: 0.001 })
    const { url } = await bot(() => ({ status: 410 }))
    await call('setWebhook', { url })
    const person = fake.user()
    person.says('您好')
    await vi.waitFor(() => expect(fake.ledger.counts().pushes).toBeGreaterThan(1))
    fake.forward(23.5 * 3_600_000)
    await vi.waitFor(async () => expect((await call('getWebhookInfo')).result.url).toBe(''))
  })

  test('wrong settings are refused', async () => {
    const { call } = await telegram({ pace: 0.0001 })
    const url = 'http://127.0.0.1:1/telegram'
    const settings = [
      [{ url: 'nowhere' }, 'Bad Request: invalid webhook URL specified'],
      [{ url, secret_token: '密' }, 'Bad Request: secret token contains unallowed characters'],
      [{ url, secret_token: 'x'.repeat(257) }, 'Bad Request: secret token is too long'],
    ] as const
    for (const [given, description] of settings) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      expect(await call('setWebhook', given)).toMatchObject({ status: 400, description })
    }
    expect((await call('getWebhookInfo')).result.url).toBe('')
  })

  test('one that is set again within a second is told to wait', async () => {
    const { call } = await telegram({ pace: 1 })
    const { url } = await bot()
    expect((await call('setWebhook', { url })).ok).toBe(true)
    expect(await call('setWebhook', { url })).toMatchObject({ status: 429, parameters: { retry_after: 1 } })
  })
})

describe('sending and changing', () => {
  async function chat(options: TelegramOptions = {}) {
    const { fake, call } = await telegram(options)
    const person = fake.user()
    person.start()
    const send = (more: object) => call('sendMessage', { chat_id: person.id, ...more })
    return { fake, call, person, send }
  }

  test('text has 1 to 4096 units, whole characters, and no control characters', async () => {
    const { person, send } = await chat()
    expect(await send({ text: 'x'.repeat(4096) })).toMatchObject({ ok: true })
    expect(await send({ text: '😀'.repeat(2048) })).toMatchObject({ ok: true })
    expect(await send({ text: '😀'.repeat(2049) })).toMatchObject({
      status: 400,
      description: 'Bad Request: message is too long',
    })
    for (const text of ['', ' \n ', '\u202e\r'])
      expect(await send({ text })).toMatchObject({
        status: 400,
        description: 'Bad Request: message text is empty',
      })
    expect(await send({ text: '好\ud83d' })).toMatchObject({
      description: 'Bad Request: strings must be encoded in UTF-8',
    })
    await send({ text: ' 一\u0000二\r\n\u202e三 ' })
    expect(person.newest().text).toBe('一 二\n三')
  })

  test('entities must lie within the text, and move with what falls away', async () => {
    const { person, send } = await chat()
    const bold = (offset: number, length: number) => ({ entities: [{ type: 'bold', offset, length }] })
    expect((await send({ text: '你好', ...bold(1, 2) })).description).toMatch(
      /^Bad Request: entity beginning at UTF-16 offset 1 ends after the end/,
    )
    expect((await send({ text: '😀好', ...bold(1, 2) })).description).toMatch(
      /in a middle of a UTF-16 symbol$/,
    )
    await send({ text: '一\r二三', ...bold(2, 2) })
    expect(person.newest()).toMatchObject({
      text: '一二三',
      entities: [{ type: 'bold', offset: 1, length: 2 }],
    })
    expect(await send({ text: '<b>', parse_mode: 'HTML' })).toMatchObject({ status: 400 })
  })

  test('buttons are looked at', async () => {
    const { send } = await chat()
    const rows = (count: number) => ({
      reply_markup: {
        inline_keyboard: Array.from({ length: count }, (_, n) => [{ text: `${n}`, callback_data: 'x' }]),
      },
    })
    const refused = async (more: object) => (await send({ text: '？', ...more })).description
    expect(await refused(button('好', '好'.repeat(22)))).toBe('Bad Request: BUTTON_DATA_INVALID')
    expect((await send({ text: '？', ...button('好', `${'好'.repeat(21)}x`) })).ok).toBe(true)
    expect(await refused(button('好', ''))).toBe(
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    expect(await refused(rows(101))).toBe('Bad Request: reply markup is too long')
    expect((await send({ text: '？', ...rows(100) })).ok).toBe(true)
    expect(await refused({ reply_markup: '{' })).toBe(
      "Bad Request: can't parse reply keyboard markup JSON object",
    )
  })

  test('whom it cannot reach it says so, as the real one does', async () => {
    const { fake, call, person, send } = await chat()
    const to = async (chat_id: unknown) => {
      const { status, description } = await call('sendMessage', { chat_id, text: '？' })
      return [status, description]
    }
    expect(await to('')).toEqual([400, 'Bad Request: chat_id is empty'])
    expect(await to(12345)).toEqual([400, 'Bad Request: chat not found'])
    const met = fake.user()
    expect(await to(met.id)).toEqual([400, 'Bad Request: chat not found'])
    const group = fake.group('值班群', [met])
    expect(await to(met.id)).toEqual([403, "Forbidden: bot can't initiate conversation with a user"])
    group.removesBot()
    expect(await to(group.id())).toEqual([403, 'Forbidden: bot was kicked from the group chat'])
    person.blocks()
    expect((await send({ text: '？' })).description).toBe('Forbidden: bot was blocked by the user')
    person.unblocks()
    expect((await send({ text: '？' })).ok).toBe(true)
    person.deactivates()
    expect((await send({ text: '？' })).description).toBe('Forbidden: user is deactivated')
    expect(fake.ledger.called('sendMessage').at(-1)).toMatchObject({
      status: 403,
      outcome: 'answered',
      sent: null,
    })
  })

  test('its own messages can be changed and deleted, and the same again is refused', async () => {
    const { fake, call, person, send } = await chat()
    const { message_id } = (await send({ text: '派单', ...button('签收', 'a') })).result
    const edit = (more: object) => call('editMessageText', { chat_id: person.id, message_id, ...more })
    expect(await edit({ text: '派单', ...button('签收', 'a') })).toMatchObject({
      status: 400,
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    })
    // An edit without a keyboard takes the buttons away.
    expect((await edit({ text: '派单' })).ok).toBe(true)
    expect(person.newest()).toMatchObject({ text: '派单', buttons: [], edited: true })
    const markup = { chat_id: person.id, message_id, ...button('再看', 'b') }
    expect((await call('editMessageReplyMarkup', markup)).ok).toBe(true)
    expect((await call('editMessageReplyMarkup', markup)).description).toMatch(/message is not modified/)
    expect((await edit({ text: '？', message_id: 999_999 })).description).toBe(
      'Bad Request: message to edit not found',
    )
    const own = person.says('我的话').id
    expect((await edit({ text: '？', message_id: own })).description).toBe(
      "Bad Request: message can't be edited",
    )
    const keyed = (await send({ text: '请选', reply_markup: { keyboard: [['好']] } })).result.message_id
    expect((await edit({ text: '？', message_id: keyed })).description).toBe(
      "Bad Request: message can't be edited",
    )
    expect((await call('deleteMessage', { chat_id: person.id, message_id })).result).toBe(true)
    expect(person.sees().map(({ id }) => id)).not.toContain(message_id)
    expect((await call('deleteMessage', { chat_id: person.id, message_id })).description).toBe(
      'Bad Request: message to delete not found',
    )
    fake.forward(49 * 3_600_000)
    expect((await call('deleteMessage', { chat_id: person.id, message_id: keyed })).description).toBe(
      "Bad Request: message can't be deleted for everyone",
    )
  })

  test('a reply names its message, without what that one replied to', async () => {
    const { person, send } = await chat()
    const { id } = person.says('问')
    const to = (message_id: number) => ({ reply_parameters: { message_id } })
    const { result } = await send({ text: '答', ...to(id) })
    expect(result.reply_to_message).toMatchObject({ message_id: id, text: '问' })
    const { result: again } = await send({ text: '又', ...to(result.message_id) })
    expect(again.reply_to_message.reply_to_message).toBeUndefined()
    expect((await send({ text: '？', ...to(999_999) })).description).toBe(
      'Bad Request: message to be replied not found',
    )
  })

  test('an answer that was cut leaves a message that the bot cannot know of', async () => {
    const { fake, person, send } = await chat()
    fake.faults.queue({ kind: 'acceptedThenReset' }, { method: 'sendMessage' })
    await expect(send({ text: '一' })).rejects.toThrow()
    fake.faults.queue({ kind: 'resetBefore' }, { method: 'sendMessage' })
    await expect(send({ text: '二' })).rejects.toThrow()
    fake.faults.queue({ kind: 'tooMany', retryAfter: 3 }, { method: 'sendMessage' })
    expect(await send({ text: '三' })).toMatchObject({
      status: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    })
    expect(await send({ text: '四' })).toMatchObject({ ok: true })
    expect(person.sees().map(({ text }) => text)).toEqual(['一', '四'])
    expect(fake.ledger.sent.map(({ text, ambiguous }) => [text, ambiguous])).toEqual([
      ['一', true],
      ['四', false],
    ])
    expect(fake.ledger.called('sendMessage').map(({ fault, outcome }) => [fault, outcome])).toEqual([
      ['acceptedThenReset', 'ambiguous'],
      ['resetBefore', 'refused'],
      ['tooMany', 'refused'],
      ['none', 'answered'],
    ])
  })

  test('menus are kept for each scope and language, and the nearest one is shown', async () => {
    const { call, person } = await chat()
    const other = (await telegram()).fake.user()
    const set = (commands: object[], more: object = {}) => call('setMyCommands', { commands, ...more })
    await set([{ command: 'help', description: '帮助' }])
    await set([{ command: 'help', description: 'Help' }], { language_code: 'en' })
    await set([{ command: 'case', description: '案件' }], { scope: { type: 'chat', chat_id: person.id } })
    expect(person.menu().map(({ command }) => command)).toEqual(['case'])
    await call('deleteMyCommands', { scope: { type: 'chat', chat_id: person.id } })
    expect(person.menu()).toEqual([{ command: 'help', description: '帮助' }])
    person.changesLanguage('en-GB')
    expect(person.menu()).toEqual([{ command: 'help', description: 'Help' }])
    expect(other.menu()).toEqual([])
    expect((await call('getMyCommands', { language_code: 'en' })).result).toEqual([
      { command: 'help', description: 'Help' },
    ])
    expect((await set([{ command: '帮助', description: '帮助' }])).description).toBe(
      'Bad Request: BOT_COMMAND_INVALID',
    )
    expect((await set([], { scope: { type: 'chat', chat_id: 5 } })).description).toBe(
      'Bad Request: chat not found',
    )
  })

  test('chats, members and actions', async () => {
    const { call, fake, person } = await chat()
    expect((await call('getChat', { chat_id: person.id })).result).toMatchObject({
      id: person.id,
      type: 'private',
    })
    const group = fake.group('值班群', [person])
    const member = (user_id: number) => call('getChatMember', { chat_id: group.id(), user_id })
    expect((await member(person.id)).result.status).toBe('member')
    expect((await member(fake.user().id)).result.status).toBe('left')
    expect((await call('sendChatAction', { chat_id: person.id, action: 'typing' })).result).toBe(true)
    expect((await call('sendChatAction', { chat_id: person.id, action: 'dance' })).status).toBe(400)
  })
})

describe('people', () => {
  test('what they attach comes as the platform sends it, and can be fetched for an hour', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    const bytes = Buffer.from('a picture of a wall, large enough')
    person.sendsPhoto(bytes, '占地')
    person.sendsVoice(bytes, 7)
    person.sendsVideo(bytes)
    person.sendsDocument(bytes, { name: '协议.pdf' })
    person.sendsSticker(bytes)
    person.sendsLocation(29.5, 120.1)
    person.sendsAlbum([bytes, { bytes, kind: 'video', caption: '第二张' }, bytes])
    const messages: any[] = (await call('getUpdates')).result.map((update: any) => update.message)
    expect(messages[0]).toMatchObject({ caption: '占地' })
    expect(messages[1].voice).toMatchObject({ duration: 7, mime_type: 'audio/ogg', file_size: bytes.length })
    expect(messages[3].document).toMatchObject({ file_name: '协议.pdf', mime_type: 'application/pdf' })
    expect(messages[5].location).toEqual({ latitude: 29.5, longitude: 120.1 })
    const album = messages.slice(6)
    expect(album).toHaveLength(3)
    expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1)
    expect(new Set(album.map((message) => message.message_id)).size).toBe(3)

    const { result } = await call('getFile', { file_id: messages[0].photo.at(-1).file_id })
    const url = `${fake.apiRoot}/file/bot${fake.token}/${result.file_path}`
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
    const small = await call('getFile', { file_id: messages[0].photo[0].file_id })
    expect(small.result.file_size).toBeLessThan(bytes.length)
    fake.forward(3_600_001)
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(url.replace(fake.token, `${fake.botId}:x`))).status).toBe(401)
    expect((await call('getFile', { file_id: 'nothing' })).description).toBe(
      'Bad Request: wrong file_id or the file is temporarily unavailable',
    )
    const big = person.sendsVideo({ bytes, size: 21 * 1024 * 1024 })
    const video: any = big.update?.update.message?.video
    expect((await call('getFile', { file_id: video.file_id })).description).toBe(
      'Bad Request: file is too big',
    )
  })

  test('corrections, contacts, blocks and beginnings', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start('b_code')
    const said = person.says('欠我5000')
    person.edits(said, '欠我500')
    person.sharesContact('own')
    person.sharesContact('other')
    person.sharesContact('unknown')
    person.blocks()
    expect(() => person.says('？')).toThrow('blocked')
    person.unblocks()
    const updates: any[] = (await call('getUpdates')).result
    expect(updates[0].message).toMatchObject({
      text: '/start b_code',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(updates[2].edited_message).toMatchObject({ message_id: said.id, text: '欠我500' })
    expect(updates[2].edited_message.edit_date).toBeTypeOf('number')
    expect(updates.slice(3, 6).map((update) => update.message.contact.user_id)).toEqual([
      person.id,
      expect.not.toSatisfy((id) => id === person.id),
      undefined,
    ])
    expect(updates.slice(6).map((update) => update.my_chat_member.new_chat_member.status)).toEqual([
      'kicked',
      'member',
    ])
  })

  test('a press goes with its message, turns until it is answered, and can be answered in time only', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start()
    const ask = { chat_id: person.id, text: '哪一类？', ...button('院墙', 'k.1') }
    const { result: shown } = await call('sendMessage', ask)
    await call('sendMessage', { chat_id: person.id, text: '别的' })
    const press = pressed(person.presses('院墙'))
    const query: any = (await call('getUpdates', { offset: -1 })).result[0].callback_query
    expect(query).toMatchObject({
      id: press.id,
      data: 'k.1',
      from: { id: person.id },
      message: { message_id: shown.message_id },
    })
    expect(query.chat_instance).toMatch(/^\d+$/)
    expect(press.toast()).toBeNull()
    await call('answerCallbackQuery', { callback_query_id: press.id, text: '收到' })
    expect(press.toast()).toEqual({ text: '收到', alert: false })
    const late = pressed(person.presses({ message: shown.message_id, label: '院墙' }))
    fake.forward(151_000)
    const tooOld = {
      status: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    }
    expect(await call('answerCallbackQuery', { callback_query_id: late.id })).toMatchObject(tooOld)
    expect(await call('answerCallbackQuery', { callback_query_id: '1' })).toMatchObject(tooOld)
    expect(() => person.presses('没有的')).toThrow('nothing here is called "没有的"')
  })

  test('what is still on the screen can be pressed after it was deleted, and what never was can be forged', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start()
    const { result } = await call('sendMessage', { chat_id: person.id, text: '？', ...button('签收', 'a') })
    const before = person.newest()
    await call('deleteMessage', { chat_id: person.id, message_id: result.message_id })
    person.presses({ message: before, label: '签收' })
    const [gone] = (await call('getUpdates', { offset: -1 })).result
    expect(gone.callback_query).toMatchObject({
      data: 'a',
      message: { date: 0, message_id: result.message_id },
    })
    await call('sendMessage', { chat_id: person.id, text: '没有按钮' })
    person.forges('close:123')
    const [forged] = (await call('getUpdates', { offset: -1 })).result
    expect(forged.callback_query).toMatchObject({ data: 'close:123', message: { text: '没有按钮' } })
  })

  test('a reply keyboard stays until it is taken away, and its buttons say their words', async () => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start()
    const keyboard = {
      keyboard: [[{ text: '是' }, { text: '我的手机', request_contact: true }]],
      resize_keyboard: true,
    }
    await call('sendMessage', { chat_id: person.id, text: '？', reply_markup: keyboard })
    await call('sendMessage', { chat_id: person.id, text: '等一下' })
    expect(person.keyboard()).toEqual([['是', '我的手机']])
    person.presses('是')
    person.presses('我的手机')
    const updates: any[] = (await call('getUpdates')).result
    expect(updates[1].message.text).toBe('是')
    expect(updates[2].message.contact.user_id).toBe(person.id)
    await call('sendMessage', { chat_id: person.id, text: '好', reply_markup: { remove_keyboard: true } })
    expect(person.keyboard()).toBeNull()
  })

  test('what is too long goes in several, and nothing breaks a character', async () => {
    const { fake, call } = await telegram()
    fake.user().says(`x${'😀'.repeat(3000)}`)
    const texts: string[] = (await call('getUpdates')).result.map((update: any) => update.message.text)
    expect(texts.map((text) => text.length)).toEqual([4095, 1906])
    expect(texts.every((text) => text.isWellFormed())).toBe(true)
  })
})

describe('groups', () => {
  test('a bot that keeps its privacy hears commands and answers; each group message names the group', async () => {
    const { fake, call } = await telegram()
    const officer = fake.user('示例驻村民警甲')
    const group = fake.group('值班群', [officer])
    const beginning: any[] = (await call('getUpdates')).result
    expect(beginning[0].my_chat_member).toMatchObject({
      chat: { id: group.id(), type: 'group' },
      new_chat_member: { status: 'member' },
    })
    expect(group.id()).toBeLessThan(0)
    const { result } = await call('sendMessage', {
      chat_id: group.id(),
      text: '【派单】',
      ...button('签收', 'a'),
    })
    const here = officer.in(group)
    expect(here.says('闲聊').update).toBeNull()
    expect(here.says('/case@other_bot').update).toBeNull()
    expect(here.says(`/case@${fake.botName}`).update).not.toBeNull()
    expect(here.says('我去', { to: result.message_id }).update).not.toBeNull()
    here.presses('签收')
    const updates: any[] = (await call('getUpdates', { offset: beginning.at(-1).update_id + 1 })).result
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['message', 'message', 'callback_query'])
    expect(updates[2].callback_query).toMatchObject({
      from: { id: officer.id },
      message: { chat: { id: group.id() } },
    })
  })

  test('a group that becomes a supergroup tells its new id, and takes nothing under the old one', async () => {
    const { fake, call } = await telegram()
    const officer = fake.user()
    const group = fake.group('值班群', [officer])
    const before = group.id()
    const after = group.becomesSupergroup()
    expect(String(after)).toMatch(/^-100\d+$/)
    expect(await call('sendMessage', { chat_id: before, text: '？' })).toMatchObject({
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: after },
    })
    expect((await call('sendMessage', { chat_id: after, text: '搬好了' })).ok).toBe(true)
    expect(group.newest().text).toBe('搬好了')
    const messages: any[] = (await call('getUpdates')).result
      .map((update: any) => update.message)
      .filter(Boolean)
    expect(messages.find((message) => message.migrate_to_chat_id)).toMatchObject({
      chat: { id: before },
      migrate_to_chat_id: after,
    })
    expect(messages.find((message) => message.migrate_from_chat_id)).toMatchObject({
      chat: { id: after },
      migrate_from_chat_id: before,
    })
    expect(officer.in(group).says('/case').update?.update.message?.chat.id).toBe(after)
  })

  test('an anonymous administrator speaks as the group', async () => {
    const { fake } = await telegram()
    const group = fake.group('值班群', [fake.user()])
    expect(group.anonymousSays('/group on').update?.update.message).toMatchObject({
      from: { username: 'GroupAnonymousBot', is_bot: true },
      sender_chat: { id: group.id() },
    })
  })
})

describe('what a client makes of a text', () => {
  const links = async (text: string, more: object = {}) => {
    const { fake, call } = await telegram()
    const person = fake.user()
    person.start()
    await call('sendMessage', { chat_id: person.id, text, ...more })
    return fake.shownAs(person.newest())
  }

  test.each([
    ['见 @someone_1 处', 'mention', '@someone_1'],
    ['打开https://例子.测试/路?a=1。', 'url', 'https://例子.测试/路?a=1。'],
    ['看 example.com/x, 好', 'url', 'example.com/x'],
    ['老王.com 在卖', 'url', '老王.com'],
    ['政务.中国', 'url', '政务.中国'],
    ['去 t.me/joinchat', 'url', 't.me/joinchat'],
    ['点tg://user?id=5吧', 'url', 'tg://user?id=5吧'],
    ['写 a.b@example.org', 'email', 'a.b@example.org'],
    ['发 /accept_1 吧', 'bot_command', '/accept_1'],
    ['话题 #院墙', 'hashtag', '#院墙'],
    ['股 $USD', 'cashtag', '$USD'],
  ] as const)('%j has a %s', async (text, kind, found) => {
    expect((await links(text)).links).toEqual([{ kind, text: found }])
  })

  test.each([
    '王@someone',
    '@\u2060someone',
    'example\u2060.com',
    't\u2060.me/x',
    'tg:\u2060//user?id=5',
    'https:\u2060//example\u2060.com',
    '3.5亩，5,000.50元',
    '第1.第2',
    '//accept',
    'a/accept',
    '院墙#5',
    '见附件.docx',
  ])('%j has nothing to press', async (text) => {
    expect((await links(text)).links).toEqual([])
  })

  test('code is left alone; marked links are told with where they lead; a preview can be forbidden', async () => {
    const code = { entities: [{ type: 'code', offset: 0, length: 24 }] }
    expect((await links('@someone https://example.com', code)).links).toEqual([])
    const marked = { entities: [{ type: 'text_link', offset: 0, length: 2, url: 'https://example.com/' }] }
    expect(await links('这里', marked)).toEqual({
      text: '这里',
      links: [{ kind: 'text_link', text: '这里', target: 'https://example.com/' }],
      preview: 'https://example.com/',
    })
    const silent = { link_preview_options: { is_disabled: true } }
    expect((await links('https://example.com', silent)).preview).toBeNull()
    expect((await links('https://example.com')).preview).toBe('https://example.com')
  })
})

describe('in all', () => {
  test('2,000 updates are pushed in well under ten seconds', async () => {
    const { fake, call } = await telegram()
    const { url, heard } = await bot()
    await call('setWebhook', { url, max_connections: 100 })
    const people = Array.from({ length: 100 }, () => fake.user())
    const began = Date.now()
    for (let round = 0; round < 20; round++) for (const person of people) person.says('您好')
    await fake.drained()
    expect(heard).toHaveLength(2_000)
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  test('it stops in the middle of everything and leaves nothing open', async () => {
    const { fake, call } = await telegram({ pace: 1 })
    const person = fake.user()
    person.start()
    const never = await bot(() => new Promise(() => {}))
    fake.faults.queue({ kind: 'halfOpen' }, { method: 'sendMessage' })
    fake.faults.queue({ kind: 'stall', ms: 60_000 }, { method: 'getMe' })
    const asked = [
      call('sendMessage', { chat_id: person.id, text: '？' }),
      call('getMe'),
      call('getUpdates', { offset: fake.ledger.updates[0]!.id + 1, timeout: 50 }),
    ].map((asking) =>
      asking.then(
        () => 'answered',
        () => 'cut',
      ),
    )
    await vi.waitFor(() => expect(fake.isPolled()).toBe(true))
    await call('setWebhook', { url: never.url })
    person.says('还没答')
    await vi.waitFor(() => expect(never.heard).toHaveLength(1))
    await fake.stop()
    open.splice(open.indexOf(fake), 1)
    expect((await Promise.all(asked)).slice(0, 2)).toEqual(['cut', 'cut'])
  })
})
