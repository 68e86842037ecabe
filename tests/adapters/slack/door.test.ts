// The door that Slack knocks at: signatures, times, sizes, repetitions, and answers in time.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isGenuine } from '../../../adapters/slack/signature.ts'
import { Unavailable } from '../../../flows/core/ports.ts'
import { say } from '../../../flows/core/reply.ts'
import { signedHeaders } from '../../platforms/slack/signature.ts'
import { type House, openHouse, until } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse('http')
  await house.open()
})
afterEach(() => house.end())

const knock = (body: string, headers: Record<string, string>) =>
  fetch(house.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
const seconds = () => Math.floor(Date.now() / 1_000)
const signed = (
  body: string,
  at = seconds(),
  secret = house.platform.signingSecret,
): Record<string, string> => ({
  ...signedHeaders(secret, at, body),
})
const event = (id: string, inner: object = {}, team = house.platform.teamId) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: team,
    event_id: id,
    event: {
      type: 'message',
      channel: 'D01',
      channel_type: 'im',
      user: 'U0AB',
      text: '在吗',
      ts: '1800000000.000100',
      ...inner,
    },
  })

describe('only what Slack signed lately is taken', () => {
  test('in time either way', async () => {
    for (const apart of [0, -290, 290]) {
      const body = event(`Ev${apart}`)
      expect((await knock(body, signed(body, seconds() + apart))).status, String(apart)).toBe(200)
    }
    for (const apart of [-310, 310, -86_400, 86_400]) {
      const body = event(`Ev${apart}`)
      expect((await knock(body, signed(body, seconds() + apart))).status, String(apart)).toBe(401)
    }
    expect(house.heard).toHaveLength(3)
  })

  test('with its secret over this very body', async () => {
    const body = event('Ev1')
    const good = signed(body)
    const wrong: Record<string, string>[] = [
      {},
      signed(body, seconds(), 'another secret'),
      signed(`${body} `),
      { ...good, 'x-slack-signature': good['x-slack-signature']!.replace('v0=', 'v1=') },
      { ...good, 'x-slack-signature': `${good['x-slack-signature']}00` },
      { ...good, 'x-slack-signature': good['x-slack-signature']!.toUpperCase() },
      { ...good, 'x-slack-request-timestamp': `${good['x-slack-request-timestamp']}0` },
      { ...good, 'x-slack-request-timestamp': '' },
    ]
    for (const headers of wrong) expect((await knock(body, headers)).status).toBe(401)
    expect(house.heard).toEqual([])
    expect((await knock(body, good)).status).toBe(200)
  })

  test('the check itself looks at nothing but its own input', () => {
    const body = new TextEncoder().encode('x')
    const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = signedHeaders(
      's',
      1_000,
      'x',
    )
    expect(isGenuine('s', { timestamp, signature, body }, 1_000_000)).toBe(true)
    expect(isGenuine('s', { timestamp, signature, body }, 1_301_000)).toBe(false)
    expect(isGenuine('s', { timestamp: undefined, signature, body }, 1_000_000)).toBe(false)
    expect(isGenuine('s', { timestamp, signature: undefined, body }, 1_000_000)).toBe(false)
  })
})

test('a challenge is answered only with a signature', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
  expect((await knock(body, {})).status).toBe(401)
  expect(await (await knock(body, signed(body))).text()).toBe('abc')
})

test('more than 256 KB is refused, told or not; what is no JSON, too', async () => {
  const large = event('Ev1', { text: '字'.repeat(100_000) })
  expect((await knock(large, signed(large))).status).toBe(413)
  const stream = new ReadableStream({
    start(control) {
      control.enqueue(new TextEncoder().encode(large))
      control.close()
    },
  })
  const request = { method: 'POST', body: stream, headers: signed(large), duplex: 'half' } as RequestInit
  expect((await fetch(house.url, request)).status).toBe(413)
  expect((await knock('{', signed('{'))).status).toBe(400)
  expect((await knock('[]', signed('[]'))).status).toBe(400)
  expect(house.heard).toEqual([])
})

test('what is of no interest is answered well: unknown events, strangers, limits', async () => {
  const limited = JSON.stringify({ type: 'app_rate_limited', team_id: house.platform.teamId })
  for (const body of [
    event('Ev1', { type: 'emoji_changed' }),
    event('Ev2', {}, 'T0ELSE'),
    limited,
    JSON.stringify({ type: 'shortcut', callback_id: 'x', team: null, user: { id: 'U1', team_id: 'T1' } }),
  ])
    expect((await knock(body, signed(body))).status).toBe(200)
  expect(house.heard).toEqual([])
  expect(house.faults.map(({ where }) => where)).toEqual(['events'])
})

test('an event that Slack repeats is heard again: it may be the only copy', async () => {
  const body = event('Ev1')
  const headers = { ...signed(body), 'x-slack-retry-num': '3', 'x-slack-retry-reason': 'http_timeout' }
  expect((await knock(body, headers)).status).toBe(200)
  expect((await knock(body, headers)).status).toBe(200)
  expect(house.heard.map(({ id }) => id)).toEqual(Array(2).fill(`${house.platform.teamId}:Ev1`))
})

test('the same event brought twice at once is heard once, and both are told its end', async () => {
  const gate = Promise.withResolvers<void>()
  house.books.gate = () => gate.promise
  const body = event('Ev1')
  const both = Promise.all([knock(body, signed(body)), knock(body, signed(body))])
  await new Promise((resolve) => setTimeout(resolve, 100))
  gate.resolve()
  expect((await both).map(({ status }) => status)).toEqual([200, 200])
  expect(house.heard).toHaveLength(1)
})

test('while the books are away an event is asked to come again, and Slack brings it again', async () => {
  let away = 2
  house.books.gate = async () => {
    if (away-- > 0) throw new Unavailable('away')
  }
  const one = house.platform.user('村民甲')
  const said = await one.says('院墙')
  expect(said.outcome).toBe('again')
  await said.settled
  expect(said.events[0]?.state).toBe('acked')
  expect(said.events[0]?.attempts.map(({ status }) => status)).toEqual([503, 503, 200])
  expect(house.heard).toHaveLength(1)
  // The books being away is no fault of the channel's.
  expect(house.faults).toEqual([])
})

describe('a press', () => {
  async function pressed(name = '民警甲') {
    const one = house.platform.user(name)
    await house.channel.send(
      house.message(house.addressOf(one), {
        kind: 'card',
        text: '【派单】',
        rows: [],
        buttons: [{ id: 'b1', label: '签收' }],
        twin: '签收 RD-2026-0001',
        tone: 'RED',
      }),
    )
    return one
  }

  test('replayed in its very bytes has no effect and is answered well', async () => {
    const one = await pressed()
    await one.presses('签收')
    expect(house.heard.map(({ event: heard }) => heard)).toEqual([{ kind: 'press', button: 'b1' }])
    for (let n = 0; n < 20; n++) expect(await house.platform.replay()).toMatchObject({ status: 200 })
    expect(house.heard).toHaveLength(1)
  })

  test('is answered in time though the books take long, and is kept', async () => {
    const one = await pressed()
    house.books.gate = () => new Promise((resolve) => setTimeout(resolve, 2_200))
    const record = await one.presses('签收')
    expect(record.acked).toBe(true)
    expect(record.ms).toBeLessThan(2_000)
    expect(house.heard).toHaveLength(0)
    await until(() => house.heard.length === 1)
    expect(one.warnings()).toEqual([])
  })

  test('is tried again while the books are away, under the same id', async () => {
    const one = await pressed()
    const ids: string[] = []
    house.books.gate = async ({ id }) => {
      ids.push(id)
      if (ids.length < 4) throw new Unavailable('away')
    }
    expect((await one.presses('签收')).acked).toBe(true)
    await until(() => house.heard.length === 1)
    expect(new Set(ids).size).toBe(1)
    expect(one.sees()).toHaveLength(1)
  })

  test('that was never kept is told of, with what to type', async () => {
    const one = await pressed()
    house.books.gate = async () => {
      throw new Unavailable('away')
    }
    await one.presses('签收')
    await until(() => one.sees().length === 2)
    expect(one.sees().at(-1)?.text).toBe('没有收到，请再按一次，或者打字：签收 RD-2026-0001')
    expect(house.heard).toEqual([])
  })

  test('under way when the channel closes is told of, and closing waits for that', async () => {
    const one = await pressed()
    house.books.gate = async () => {
      throw new Unavailable('away')
    }
    const record = one.presses('签收')
    await new Promise((resolve) => setTimeout(resolve, 60))
    await house.channel.close()
    expect((await record).acked).toBe(true)
    expect(one.sees().at(-1)?.text).toContain('没有收到')
  })

  test('by somebody of another workspace does nothing', async () => {
    const one = await pressed()
    const change = (payload: object) => ({ ...payload, user: { id: one.id, team_id: 'T0ELSE' } })
    expect((await one.presses('签收', { change })).acked).toBe(true)
    expect(house.heard).toEqual([])
  })
})

test('who we are decides: until it is known nothing is taken', async () => {
  await house.end()
  house = await openHouse('http')
  house.platform.refuse('auth.test', 'invalid_auth')
  house.platform.faults.queue({ kind: 'serverError' }, { method: 'auth.test', after: 1 })
  await house.open()
  expect(house.channel.hears()).toBe(false)
  const one = house.platform.user('村民甲')
  expect((await one.says('在吗', { once: true })).outcome).toBe('again')
  await expect(house.channel.send(house.message(house.addressOf(one), say('好')))).rejects.toMatchObject({
    message: 'not_connected',
    retryAt: expect.any(Number),
  })
  await until(() => house.channel.hears())
  expect((await one.says('在吗', { once: true })).outcome).toBe('received')
  // Told once, however long it lasted; and never with the token.
  expect(house.faults).toHaveLength(1)
  expect(String(house.faults[0]?.error)).toBe('Error: slack: invalid_auth')
})

test('a removed app hears no more, and says so once', async () => {
  house.platform.revoke()
  const { record, first } = house.platform.pushes({
    type: 'tokens_revoked',
    tokens: { bot: [house.platform.botUserId] },
  })
  expect((await first).outcome).toBe('acked')
  expect(record.state).toBe('acked')
  expect(house.channel.hears()).toBe(false)
  expect(house.faults.map(({ where }) => where)).toContain('events')
})
