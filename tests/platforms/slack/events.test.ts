// Events over HTTP: signed, limited in time, brought again, and what they say of people and messages.
import { beforeEach, describe, expect, test } from 'vitest'
import { wireOf, wiresOf } from './json.ts'
import { signatureOf } from './signature.ts'
import { app, call, open, slack } from './stand.ts'

describe('events over HTTP', () => {
  beforeEach(() => open())

  test('a request URL must answer the challenge', async () => {
    const { url } = await app()
    await slack.installEvents(url)
    expect(slack.requestUrls).toEqual([url])
    await expect(slack.installEvents(slack.apiUrl)).rejects.toThrow(/challenge/)
  })

  test('what is said comes signed, in the words of the wire', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    const said = await person.says('院墙 <b>占了</b> & 我家 😀 见 https://a.cn/x?y=1&z=2 或 gov.cn')
    expect(said.outcome).toBe('received')
    const [{ headers, body, payload } = { headers: {}, body: '', payload: {} }] = came
    const stamp = String(headers['x-slack-request-timestamp'])
    expect(headers['x-slack-signature']).toBe(signatureOf(slack.signingSecret, stamp, body))
    expect(Math.abs(Date.now() / 1_000 - Number(stamp))).toBeLessThan(5)
    expect(payload).toMatchObject({
      type: 'event_callback',
      team_id: slack.teamId,
      event_id: said.events[0]?.id,
      authorizations: [{ user_id: slack.botUserId, is_bot: true }],
      event: {
        type: 'message',
        channel_type: 'im',
        channel: person.dm(),
        user: person.id,
        ts: said.ts,
        text: '院墙 &lt;b&gt;占了&lt;/b&gt; &amp; 我家 :grinning: 见 <https://a.cn/x?y=1&amp;z=2> 或 <http://gov.cn|gov.cn>',
      },
    })
    const [rich] = wiresOf(wireOf(payload.event).blocks)
    const parts = wiresOf(wiresOf(rich?.elements)[0]?.elements)
    expect(parts).toContainEqual({ type: 'emoji', name: 'grinning', unicode: '1f600' })
    expect(person.sees()).toEqual([])
    expect(person.screen()[0]?.text).toContain('<b>占了</b> & 我家 😀')
  })

  test('what is not acknowledged comes three times more under the same id, then never', async () => {
    const { url, came } = await app(() => ({ status: 503 }))
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    const said = await person.says('在吗')
    expect(said.outcome).toBe('again')
    await said.settled
    expect(came.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3'])
    expect(came.at(-1)?.headers['x-slack-retry-reason']).toBe('http_error')
    expect(new Set(came.map(({ payload }) => payload.event_id)).size).toBe(1)
    expect(slack.ledger.lost()).toMatchObject([{ id: said.events[0]?.id, state: 'givenUp' }])
  })

  test('the second time is soon enough', async () => {
    const { url, came } = await app((_, at) => ({ status: at === 0 ? 500 : 200 }))
    await slack.installEvents(url)
    const said = await slack.user('村民甲').says('在吗')
    await said.settled
    expect(came).toHaveLength(2)
    expect(said.events).toMatchObject([{ state: 'acked' }])
    expect(slack.ledger.lost()).toEqual([])
  })

  test('the bytes of a delivery can be brought again by anybody, and forged ones too', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    await slack.user('村民甲').says('在吗')
    expect(await slack.replay()).toMatchObject({ status: 200 })
    expect(came[1]?.body).toBe(came[0]?.body)
    expect(came[1]?.headers['x-slack-signature']).toBe(came[0]?.headers['x-slack-signature'])
    const tomorrow = Math.floor(Date.now() / 1_000) + 86_400
    await slack.bring('{"type":"event_callback"}', { timestamp: tomorrow, secret: 'of another' })
    expect(came[2]?.headers['x-slack-request-timestamp']).toBe(String(tomorrow))
    expect(came[2]?.headers['x-slack-signature']).toBe(
      signatureOf('of another', tomorrow, came[2]?.body ?? ''),
    )
  })

  test('two replicas take turns', async () => {
    const [one, other] = [await app(), await app()]
    await slack.installEvents(one.url, other.url)
    const person = slack.user('村民甲')
    for (const text of ['一', '二', '三', '四']) await person.says(text)
    expect([one.came.length, other.came.length]).toEqual([2, 2])
  })

  test('a mention in a channel is told twice, under two ids; of a channel without the bot nothing is told', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const person = slack.user('示例驻村民警甲')
    const room = slack.channel('警情', [person])
    await person.mentionsBot(room, 'status')
    expect(came.map(({ payload }) => String(wireOf(payload.event).type)).toSorted()).toEqual([
      'app_mention',
      'message',
    ])
    expect(new Set(came.map(({ payload }) => payload.event_id)).size).toBe(2)
    expect(wireOf(came[0]?.payload.event).text).toBe(`<@${slack.botUserId}> status`)
    const elsewhere = slack.channel('闲聊', [person], { bot: false })
    await person.saysIn(elsewhere, '别的')
    expect(came).toHaveLength(2)
  })

  test('corrections, previews, files and pages opened are told', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    const { ts } = await person.says('三千元')
    await person.edits(ts, '五千元')
    await person.previews(ts)
    await person.sendsFiles(
      [
        { name: '院墙.jpg', type: 'image/jpeg', bytes: Uint8Array.of(1, 2, 3) },
        { name: 'voice.m4a', type: 'audio/mp4', bytes: Uint8Array.of(4), seconds: 7 },
      ],
      '照片',
    )
    await person.opensHome()
    await person.deletes(ts)
    const events = came.slice(1).map(({ payload }) => wireOf(payload.event))
    expect(events).toMatchObject([
      {
        subtype: 'message_changed',
        message: { text: '五千元', ts, edited: { user: person.id } },
        previous_message: { text: '三千元' },
      },
      {
        subtype: 'message_changed',
        message: { text: '五千元', attachments: [{}] },
        previous_message: { text: '五千元' },
      },
      {
        subtype: 'file_share',
        text: '照片',
        files: [{ mimetype: 'image/jpeg', size: 3 }, { duration_ms: 7_000 }],
      },
      { type: 'app_home_opened', tab: 'home', user: person.id },
      { subtype: 'message_deleted', deleted_ts: ts },
    ])
    const file = wiresOf(events[2]?.files)[0]
    const url_private = String(file?.url_private)
    const bytes = await fetch(url_private, { headers: { authorization: `Bearer ${slack.botToken}` } })
    expect(new Uint8Array(await bytes.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3))
    const page = await fetch(url_private)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await call('files.info', { file: file?.id })).toMatchObject({ file: { name: '院墙.jpg' } })
  })

  test('people of another workspace and bots can be told apart', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const stranger = slack.user('外单位', { team: 'T0STRANGER' })
    const machine = slack.user('别的机器人', { bot: true })
    const room = slack.channel('警情', [stranger, machine])
    await stranger.saysIn(room, '一')
    await machine.saysIn(room, '二')
    await stranger.sendsFile({ name: 'x.png', type: 'image/png', bytes: Uint8Array.of(1) }, '', {
      channel: room,
    })
    expect(came.map(({ payload }) => payload)).toMatchObject([
      { team_id: 'T0STRANGER', is_ext_shared_channel: true, event: { source_team: 'T0STRANGER' } },
      { team_id: slack.teamId, event: { subtype: 'bot_message', bot_id: expect.any(String) } },
      { event: { files: [{ file_access: 'check_file_info' }] } },
    ])
    expect(wiresOf(wireOf(came[2]?.payload.event).files)[0]).not.toHaveProperty('url_private')
  })

  test('duplicates and disorder come when they are planned', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    slack.faults.queue({ kind: 'duplicate' })
    await person.says('一')
    await slack.settled()
    expect(came.map(({ payload }) => payload.event_id)).toEqual([
      came[0]?.payload.event_id,
      came[0]?.payload.event_id,
    ])
    slack.faults.queue({ kind: 'reorder' })
    await Promise.all([person.says('二'), person.says('三')])
    expect(came.slice(2).map(({ payload }) => wireOf(payload.event).text)).toEqual(['三', '二'])
  })

  test('said again under its id it is the same event', async () => {
    const { url, came } = await app((_, at) => ({ status: at === 0 ? 503 : 200 }))
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    expect((await person.says('在吗', { event: 'Ev01', once: true })).outcome).toBe('again')
    expect((await person.says('在吗', { event: 'Ev01', once: true })).outcome).toBe('received')
    expect(came).toHaveLength(2)
    expect(came[1]?.body).toBe(came[0]?.body)
    expect(person.screen()).toHaveLength(1)
  })
})

test('after three seconds Slack asks again without waiting, and the first answer counts for nothing', async () => {
  await open({ ackMs: 60 })
  const { url, came } = await app((_, at) => ({ ms: at === 0 ? 200 : 0 }))
  await slack.installEvents(url)
  const said = await slack.user('村民甲').says('在吗')
  expect(said.outcome).toBe('again')
  await said.settled
  expect(came[1]?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' })
  expect(said.events[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['http_timeout', 'acked'])
})

test('an app hears its own messages, too', async () => {
  await open({ subscriptions: ['message.im', 'echo'] })
  const { url, came } = await app()
  await slack.installEvents(url)
  const { ts, channel } = await call('chat.postMessage', { channel: slack.user('村民甲').id, text: '您好' })
  await call('chat.update', { channel, ts, text: '您好！' })
  await slack.settled()
  expect(came.map(({ payload }) => payload.event)).toMatchObject([
    { type: 'message', user: slack.botUserId, bot_id: expect.any(String), text: '您好' },
    { subtype: 'message_changed', message: { bot_id: expect.any(String) } },
  ])
  expect(slack.ledger.events.every(({ own }) => own)).toBe(true)
})

test('an app that is taken out of the workspace is told, and can do nothing more', async () => {
  await open()
  const { url, came } = await app()
  await slack.installEvents(url)
  await slack.uninstalls()
  expect(came.map(({ payload }) => String(wireOf(payload.event).type)).toSorted()).toEqual([
    'app_uninstalled',
    'tokens_revoked',
  ])
  expect(await call('auth.test')).toMatchObject({ error: 'token_revoked' })
})
