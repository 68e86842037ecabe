// The Web API: what is taken, what is refused and in which words, and what goes wrong on the way.
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Wire, wireOf, wiresOf } from './json.ts'
import { button, call, open, post, section, slack } from './stand.ts'

describe('the Web API', () => {
  beforeEach(() => open())

  test('it refuses tokens as Slack does', async () => {
    expect(await call('auth.test')).toMatchObject({
      ok: true,
      team_id: slack.teamId,
      user_id: slack.botUserId,
    })
    expect(await call('auth.test', {}, 'xoxb-of-another')).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await call('chat.postMessage', {}, slack.appToken)).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
    const bare = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' })
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' })
    expect(await call('chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' })
    slack.revoke()
    expect(await call('auth.test')).toMatchObject({ error: 'token_revoked' })
  })

  test('a form and JSON mean the same', async () => {
    const person = slack.user('村民甲')
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({
        channel: person.id,
        text: '您好',
        blocks: JSON.stringify([section('您好，*请说*')]),
        metadata: JSON.stringify({ event_type: 'outbox', event_payload: { id: '1' } }),
        unfurl_links: 'false',
      }),
    })
    expect(await response.json()).toMatchObject({ ok: true, channel: person.dm() })
    const [seen] = person.sees()
    expect(seen).toMatchObject({
      text: '您好，请说',
      bold: ['请说'],
      notice: '您好',
      metadata: { event_type: 'outbox' },
    })
    expect(slack.ledger.posts).toMatchObject([{ ambiguous: false, given: { unfurl_links: 'false' } }])
    expect(slack.ledger.callsOf('chat.postMessage')).toMatchObject([
      { outcome: 'answered', args: { text: '您好' } },
    ])
  })

  test('what is nowhere, closed or too long is not posted', async () => {
    const person = slack.user('村民甲')
    const alerts = slack.channel('警情', [person], { bot: false })
    expect(await call('chat.postMessage', { channel: 'C0NOBODY', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    })
    expect(await call('chat.postMessage', { channel: alerts.id, text: 'x' })).toMatchObject({
      error: 'not_in_channel',
    })
    await alerts.invitesBot(person)
    expect(await call('chat.postMessage', { channel: alerts.id, text: 'x' })).toMatchObject({ ok: true })
    alerts.archive()
    expect(await call('chat.postMessage', { channel: alerts.id, text: 'x' })).toMatchObject({
      error: 'is_archived',
    })
    const to = { channel: person.dm(), text: 'x' }
    expect(await call('chat.postMessage', { ...to, text: '' })).toMatchObject({ error: 'no_text' })
    expect(await call('chat.postMessage', { ...to, text: 'x'.repeat(40_001) })).toMatchObject({
      error: 'msg_too_long',
    })
    expect(await call('chat.postMessage', { ...to, metadata: { event_type: 1 } })).toMatchObject({
      error: 'invalid_metadata_format',
    })
    expect(person.sees(person.dm())).toEqual([])
    person.deactivates()
    expect(await call('conversations.open', { users: person.id })).toMatchObject({ error: 'user_disabled' })
  })

  test.each<[string, Wire[], string]>([
    ['a section of 3,001', [section('x'.repeat(3_001))], 'invalid_blocks'],
    ['an empty section', [section('')], 'invalid_blocks'],
    [
      'a header of 151',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
      'invalid_blocks',
    ],
    ['a header of mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'invalid_blocks'],
    ['a label of 76', [{ type: 'actions', elements: [button('x'.repeat(76), '1')] }], 'invalid_blocks'],
    ['a value of 2,001', [{ type: 'actions', elements: [button('x', 'v'.repeat(2_001))] }], 'invalid_blocks'],
    [
      'an action id of 256',
      [{ type: 'actions', elements: [{ ...button('x', '1'), action_id: 'a'.repeat(256) }] }],
      'invalid_blocks',
    ],
    [
      'an action id twice',
      [{ type: 'actions', elements: [button('x', '1'), button('y', '1')] }],
      'invalid_blocks',
    ],
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'invalid_blocks'],
    ['a sum of 15,000', Array.from({ length: 6 }, () => section('x'.repeat(2_500))), 'msg_blocks_too_long'],
    ['an unknown kind', [{ type: 'marquee' }], 'invalid_blocks'],
  ])('it refuses %s', async (_, blocks, error) => {
    const { id } = slack.user('村民甲')
    expect(await call('chat.postMessage', { channel: id, text: 'x', blocks })).toMatchObject({
      ok: false,
      error,
    })
    expect(slack.ledger.posts).toEqual([])
  })

  test('what is just short enough is taken', async () => {
    const person = slack.user('村民甲')
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(150) } },
      ...Array.from({ length: 4 }, () => section('x'.repeat(3_000))),
      { type: 'actions', elements: [button('x'.repeat(75), 'v'.repeat(240))] },
      ...Array.from({ length: 44 }, () => ({ type: 'divider' })),
    ]
    expect(await call('chat.postMessage', { channel: person.id, text: 'x', blocks })).toMatchObject({
      ok: true,
    })
    expect(person.sees()[0]?.buttons).toEqual(['x'.repeat(75)])
  })

  test('a message is changed and deleted; words take the blocks away', async () => {
    const person = slack.user('村民甲')
    const { ts, channel } = await call('chat.postMessage', {
      channel: person.id,
      text: '一',
      blocks: [section('块')],
    })
    expect(person.sees().map(({ text }) => text)).toEqual(['块'])
    expect(await call('chat.update', { channel, ts, blocks: [section('新块')] })).toMatchObject({ ok: true })
    expect(person.sees()).toMatchObject([{ text: '新块', notice: '一', edited: false }])
    await call('chat.update', { channel, ts, text: '二' })
    expect(person.sees()).toMatchObject([{ text: '二', edited: true }])
    expect(await call('chat.update', { channel, ts: '1.000001', text: '三' })).toMatchObject({
      error: 'message_not_found',
    })
    const { ts: own } = await person.says('我的')
    expect(await call('chat.update', { channel, ts: own, text: '三' })).toMatchObject({
      error: 'cant_update_message',
    })
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ ok: true })
    expect(person.sees()).toEqual([])
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ error: 'message_not_found' })
  })

  test('history is newest first, in pages, with metadata for those who ask', async () => {
    const person = slack.user('村民甲')
    const channel = person.dm()
    const sent: unknown[] = []
    for (const id of ['1', '2', '3']) {
      const metadata = { event_type: 'outbox', event_payload: { id } }
      sent.push((await call('chat.postMessage', { channel, text: id, metadata })).ts)
    }
    await call('chat.postMessage', { channel, text: '下面', thread_ts: sent[0] })
    const first = await call('conversations.history', { channel, limit: 2 })
    expect(wiresOf(first.messages).map(({ text }) => text)).toEqual(['3', '2'])
    expect(wiresOf(first.messages)[0]).not.toHaveProperty('metadata')
    const cursor = wireOf(first.response_metadata).next_cursor
    const rest = await call('conversations.history', {
      channel,
      limit: 2,
      cursor,
      include_all_metadata: true,
    })
    expect(rest).toMatchObject({
      has_more: false,
      messages: [{ text: '1', metadata: { event_payload: { id: '1' } } }],
    })
    const since = await call('conversations.history', { channel, oldest: sent[1] })
    expect(wiresOf(since.messages).map(({ text }) => text)).toEqual(['3'])
    const thread = await call('conversations.replies', { channel, ts: sent[0] })
    expect(wiresOf(thread.messages).map(({ text }) => text)).toEqual(['1', '下面'])
    expect(await call('conversations.replies', { channel, ts: '1.1' })).toMatchObject({
      error: 'thread_not_found',
    })
    expect(await call('chat.postMessage', { channel, text: 'x', thread_ts: '1.1' })).toMatchObject({
      error: 'thread_not_found',
    })
  })

  test('people and channels can be looked up', async () => {
    const guest = slack.user('来宾', { guest: true, locale: 'en-US' })
    const stranger = slack.user('外单位', { team: 'T0STRANGER' })
    expect(await call('users.info', { user: guest.id, include_locale: true })).toMatchObject({
      user: { is_restricted: true, locale: 'en-US', team_id: slack.teamId },
    })
    expect(wireOf((await call('users.info', { user: guest.id })).user)).not.toHaveProperty('locale')
    expect(await call('users.info', { user: stranger.id })).toMatchObject({
      user: { team_id: 'T0STRANGER', is_stranger: true },
    })
    expect(await call('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' })
    const opened = await call('conversations.open', { users: guest.id })
    expect(opened).toMatchObject({ channel: { id: guest.dm() } })
    const room = slack.channel('警情', [guest, stranger])
    expect(await call('conversations.info', { channel: room.id })).toMatchObject({
      channel: { name: '警情', is_ext_shared: true, is_member: true },
    })
  })

  test('what is shown to one person alone is gone when they come back', async () => {
    const [one, other] = [slack.user('甲方'), slack.user('乙方')]
    const room = slack.channel('警情', [one, other])
    await call('chat.postEphemeral', { channel: room.id, user: one.id, text: '只给您看' })
    expect(one.sees()).toMatchObject([{ text: '只给您看', ephemeral: true }])
    expect(other.sees()).toEqual([])
    expect(wiresOf((await call('conversations.history', { channel: room.id })).messages)).toEqual([])
    one.reloads()
    expect(one.sees()).toEqual([])
    const outside = slack.user('丙方')
    expect(await call('chat.postEphemeral', { channel: room.id, user: outside.id, text: 'x' })).toMatchObject(
      {
        error: 'user_not_in_channel',
      },
    )
  })
})

test('what the app was not allowed it cannot do', async () => {
  await open({ scopes: ['chat:write'] })
  const person = slack.user('村民甲')
  expect(await call('chat.postMessage', { channel: person.id, text: 'x' })).toMatchObject({ ok: true })
  expect(await call('conversations.history', { channel: person.dm() })).toMatchObject({
    error: 'missing_scope',
    needed: expect.stringContaining('im:history'),
    provided: 'chat:write',
  })
})

describe('what goes wrong on the way', () => {
  beforeEach(() => open())

  test('429 says how long to wait, and nothing was done', async () => {
    const { id } = slack.user('村民甲')
    slack.faults.queue({ kind: 'tooMany', retryAfter: 30 }, { method: 'chat.postMessage' })
    const response = await post('chat.postMessage', { channel: id, text: 'x' })
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('30')
    expect(await response.json()).toEqual({ ok: false, error: 'ratelimited' })
    expect(slack.ledger.posts).toEqual([])
    expect(slack.ledger.callsOf('chat.postMessage')).toMatchObject([{ outcome: 'refused', answer: null }])
  })

  test('500, a page of a proxy, and an error of ours are answers too', async () => {
    slack.faults.queue({ kind: 'serverError' })
    slack.faults.queue({ kind: 'htmlError' })
    slack.refuse('auth.test', 'fatal_error')
    expect((await post('auth.test')).status).toBe(500)
    const proxy = await post('auth.test')
    expect(proxy.status).toBe(502)
    expect(proxy.headers.get('content-type')).toContain('text/html')
    expect(await call('auth.test')).toEqual({ ok: false, error: 'fatal_error' })
    expect(await call('auth.test')).toMatchObject({ ok: true })
  })

  test('a post that was taken and not answered counts as doubtful, and can be found', async () => {
    const person = slack.user('村民甲')
    const metadata = { event_type: 'outbox', event_payload: { id: 'p1' } }
    slack.faults.queue({ kind: 'acceptedThenReset' }, { method: 'chat.postMessage' })
    await expect(post('chat.postMessage', { channel: person.id, text: 'x', metadata })).rejects.toThrow()
    await vi.waitFor(() => expect(slack.ledger.ambiguous()).toBe(1))
    const found = await call('conversations.history', { channel: person.dm(), include_all_metadata: true })
    expect(found.messages).toMatchObject([{ metadata: { event_payload: { id: 'p1' } } }])
  })

  test('a call that nobody answers ends when the caller gives up', async () => {
    slack.faults.queue({ kind: 'halfOpen', works: true })
    const { id } = slack.user('村民甲')
    const asked = fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel: id, text: 'x' }),
      signal: AbortSignal.timeout(50),
    })
    await expect(asked).rejects.toThrow()
    await vi.waitFor(() => expect(slack.ledger.ambiguous()).toBe(1))
  })

  test('too many posts to one channel stop that channel alone', async () => {
    const [one, other] = [slack.user('甲方'), slack.user('乙方')]
    slack.refuse('chat.postMessage', 'ratelimited', { channel: one.dm(), retryAfter: 12 })
    expect(await call('chat.postMessage', { channel: other.dm(), text: 'x' })).toMatchObject({ ok: true })
    const response = await post('chat.postMessage', { channel: one.dm(), text: 'x' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '12'])
    expect(one.sees()).toEqual([])
  })

  test('a file breaks off in the middle, or is not to be had now', async () => {
    const person = slack.user('村民甲')
    await person.sendsFile({ name: 'a.jpg', type: 'image/jpeg', bytes: new Uint8Array(100_000) })
    const [file] = wiresOf(person.screen()[0]?.raw.files)
    const get = (): Promise<Response> =>
      fetch(String(file?.url_private), { headers: { authorization: `Bearer ${slack.botToken}` } })
    slack.faults.queue({ kind: 'acceptedThenReset' }, { method: 'file' })
    slack.faults.queue({ kind: 'tooMany', retryAfter: 3 }, { method: 'file' })
    await expect(get().then((response) => response.arrayBuffer())).rejects.toThrow()
    expect((await get()).status).toBe(429)
    expect((await (await get()).arrayBuffer()).byteLength).toBe(100_000)
  })

  test('an error for one channel spares the others', async () => {
    const [one, other] = [slack.user('甲方'), slack.user('乙方')]
    slack.refuse('chat.postMessage', 'is_archived', { channel: one.dm() })
    expect(await call('chat.postMessage', { channel: other.dm(), text: 'x' })).toMatchObject({ ok: true })
    expect(await call('chat.postMessage', { channel: one.dm(), text: 'x' })).toMatchObject({
      error: 'is_archived',
    })
    expect(await call('chat.postMessage', { channel: one.dm(), text: 'x' })).toMatchObject({ ok: true })
  })

  test('the same seed brings the same storm', async () => {
    const storms: number[][] = []
    for (const _ of [1, 2]) {
      await open({ seed: 42, rates: { serverError: 0.2, tooMany: 0.2 } })
      const statuses: number[] = []
      for (let at = 0; at < 20; at++) statuses.push((await post('auth.test')).status)
      storms.push(statuses)
    }
    expect(storms[0]).toEqual(storms[1])
    expect(new Set(storms[0])).toEqual(new Set([200, 429, 500]))
  })
})
