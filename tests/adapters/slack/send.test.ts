// Sending: once, to the right place, and what became of it is told as it was; nothing in it calls, links or unfolds.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Undelivered } from '../../../flows/core/ports.ts'
import type { Message } from '../../../flows/core/reply.ts'
import { type Reply, say } from '../../../flows/core/reply.ts'
import { type House, openHouse } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse('http')
  await house.open()
})
afterEach(() => house.end())

const card = (text = '【派单】', buttons = [{ id: 'b1', label: '签收' }]): Reply => ({
  kind: 'card',
  text,
  rows: [{ label: '编号', value: 'RD-2026-0001' }],
  buttons,
  twin: null,
  tone: 'RED',
})
const posts = () => house.platform.ledger.callsOf('chat.postMessage')
const refusal = async (message: Message): Promise<Undelivered> => {
  const error = await house.channel.send(message).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Undelivered)
  return error as Undelivered
}

test('what residents wrote calls nobody, links nothing and unfolds nothing', async () => {
  const one = house.platform.user('民警甲')
  const words =
    '<!channel> <!here> <@U0123> @here @channel *粗* _斜_ ~删~ `码` ```块``` > 引 https://a.example/x.png <https://a.example|点> &lt; :smile:'
  const rows = [{ label: words, value: words }]
  await house.channel.send(house.message(house.addressOf(one), { ...card(words), rows } as Reply))
  const [seen] = one.sees()
  expect(seen?.text).toContain(words)
  const { mentions, links, bold, italic, strike, code, quotes, unfurls } = seen!
  expect([mentions, links, bold, italic, strike, code, quotes, unfurls].flat()).toEqual([])
  // A locked screen shows nothing of it.
  expect(seen?.notice).toBe('您有一条工作通知。')
  const [call] = posts()
  expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', mrkdwn: 'false' })
  expect(call?.args).not.toHaveProperty('link_names')
})

test('direct messages are opened once; the receipt of a card holds nothing personal', async () => {
  const one = house.platform.user('民警甲')
  const to = house.addressOf(one)
  expect(await house.channel.send(house.message(to, say('一')))).toBe('delivered')
  const receipt = await house.channel.send(house.message(to, card()))
  expect(receipt).toEqual({ ref: `${one.dm()}/${one.sees().at(-1)?.ts}` })
  expect(JSON.stringify(receipt)).not.toContain(one.id)
  expect(house.platform.ledger.callsOf('conversations.open')).toHaveLength(1)
})

test('a card in a channel has no buttons; the next of its case stands below it', async () => {
  const one = house.platform.user('民警甲')
  const room = house.platform.channel('值班', [one])
  const to = `${house.platform.teamId}/${room.id}`
  const receipt = await house.channel.send(house.message(to, card()))
  const ref = typeof receipt === 'string' ? '' : receipt.ref
  await house.channel.send(house.message(to, card('【升级】'), { thread: ref }))
  const [first, second] = one.sees(room)
  expect(first?.buttons).toEqual([])
  expect(ref).toBe(`${room.id}/${first?.ts}`)
  expect(second?.thread).toBe(first?.ts)
  // What it should stand below is gone, or was elsewhere: it stands by itself.
  await house.channel.send(house.message(to, card('【三】'), { thread: `${room.id}/1.000001` }))
  await house.channel.send(house.message(to, card('【四】'), { thread: `C0ELSE/${first?.ts}` }))
  expect(one.sees(room).map(({ thread }) => thread)).toEqual([null, first?.ts, null, null])
})

test('a card is shown anew in its place; one that is gone is left', async () => {
  const one = house.platform.user('民警甲')
  const to = house.addressOf(one)
  const receipt = await house.channel.send(house.message(to, card()))
  const ref = typeof receipt === 'string' ? '' : receipt.ref
  expect(await house.channel.send(house.message(to, card('【已签收】', []), { edits: ref }))).toBe(
    'delivered',
  )
  expect(one.sees().map(({ text, buttons }) => [text.includes('【已签收】'), buttons])).toEqual([[true, []]])
  expect(posts()).toHaveLength(1)
  for (const gone of [`${one.dm()}/1.000001`, 'nonsense'])
    expect(await house.channel.send(house.message(to, card(), { edits: gone }))).toBe('delivered')
  house.platform.refuse('chat.update', 'cant_update_message')
  expect(await house.channel.send(house.message(to, card(), { edits: ref }))).toBe('delivered')
  house.platform.refuse('chat.update', 'internal_error')
  expect((await refusal(house.message(to, card(), { edits: ref }))).retryAt).toBe('unknown')
})

describe('after an unknown result', () => {
  const method = 'chat.postMessage'
  const kinds = [
    { name: 'taken, then reset', fault: { kind: 'acceptedThenReset' } as const, taken: true },
    { name: 'taken, then silence', fault: { kind: 'halfOpen', works: true } as const, taken: true },
    { name: 'reset before', fault: { kind: 'resetBefore' } as const, taken: false },
    { name: '502 in HTML', fault: { kind: 'htmlError' } as const, taken: false },
  ]
  for (const { name, fault } of kinds)
    for (const place of ['direct', 'thread'])
      test(`it is looked for first and stands there once: ${name}, ${place}`, async () => {
        const one = house.platform.user('民警甲')
        const room = house.platform.channel('值班', [one])
        const to = place === 'direct' ? house.addressOf(one) : `${house.platform.teamId}/${room.id}`
        const above = await house.channel.send(house.message(to, card('【先】')))
        const thread = typeof above === 'string' ? {} : { thread: above.ref }
        const message = house.message(to, card('【后】'), place === 'thread' ? thread : {})
        house.platform.faults.queue(fault, { method })
        expect((await refusal(message)).retryAt).toBe('unknown')
        const receipt = await house.channel.send({ ...message, again: true })
        const shown = one.sees().filter(({ text }) => text.includes('【后】'))
        expect(shown).toHaveLength(1)
        expect(receipt).toEqual({ ref: `${shown[0]?.channel}/${shown[0]?.ts}` })
        expect(shown[0]?.metadata).toMatchObject({
          event_type: 'maple_bridge',
          event_payload: { message: message.id },
        })
      })

  test('though a demonstration has moved the clock by a week', async () => {
    const one = house.platform.user('民警甲')
    house.books.ahead = 7 * 86_400_000
    const message = house.message(house.addressOf(one), card())
    house.platform.faults.queue({ kind: 'acceptedThenReset' }, { method })
    await refusal(message)
    house.books.ahead *= 2
    await house.channel.send({ ...message, again: true })
    expect(one.sees()).toHaveLength(1)
  })

  test('where looking fails nothing is sent yet; without the right to look it is sent', async () => {
    const one = house.platform.user('民警甲')
    const message = house.message(house.addressOf(one), card(), { again: true })
    house.platform.refuse('conversations.history', 'internal_error')
    expect((await refusal(message)).retryAt).toEqual(expect.any(Number))
    expect(one.sees()).toEqual([])
    house.platform.refuse('conversations.history', 'missing_scope')
    expect(await house.channel.send(message)).toEqual({ ref: expect.any(String) })
    expect(one.sees()).toHaveLength(1)
  })
})

test('a long text goes on with the part that failed', async () => {
  const one = house.platform.user('村民甲')
  const to = house.addressOf(one)
  const text = Array.from({ length: 3_000 }, (_, at) => `第${at}行，院墙的事。`).join('\n')
  const message = house.message(to, say(text))
  house.platform.faults.queue({ kind: 'tooMany', retryAfter: 3 }, { method: 'chat.postMessage', after: 1 })
  const error = await refusal(message)
  expect(error.message).toBe('ratelimited')
  expect(Number(error.retryAt) - Date.now()).toBeGreaterThan(2_000)
  expect(await house.channel.send(message)).toBe('delivered')
  const shown = one.sees().map(({ text: part }) => part)
  expect(shown.length).toBeGreaterThan(2)
  expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
})

test('of a long text whose second part is unknown, what is missing is found out', async () => {
  const one = house.platform.user('村民甲')
  const text = '院墙的事。\n'.repeat(4_000)
  const message = house.message(house.addressOf(one), say(text))
  house.platform.faults.queue({ kind: 'acceptedThenReset' }, { method: 'chat.postMessage', after: 1 })
  expect((await refusal(message)).retryAt).toBe('unknown')
  expect(await house.channel.send({ ...message, again: true })).toBe('delivered')
  const parts = one.sees().map(({ metadata }) => metadata?.event_payload)
  expect(parts).toEqual(parts.map((_, part) => ({ message: message.id, part })))
})

describe('an error', () => {
  test('of the token says nothing of the receiver: later, and nobody hears meanwhile', async () => {
    const one = house.platform.user('民警甲')
    for (const why of ['account_inactive', 'invalid_auth', 'token_revoked']) {
      house.platform.refuse('chat.postMessage', why)
      house.platform.refuse('auth.test', why)
      const error = await refusal(house.message(house.addressOf(one), card()))
      expect([error.message, typeof error.retryAt]).toEqual([why, 'number'])
      expect(house.channel.hears()).toBe(false)
      await expect.poll(() => house.channel.hears()).toBe(true)
    }
    expect(house.faults.map(({ error }) => String(error))).toEqual([
      'Error: slack: account_inactive',
      'Error: slack: invalid_auth',
      'Error: slack: token_revoked',
    ])
  })

  test('is a code: neither words nor tokens stand in it', async () => {
    const one = house.platform.user('村民甲')
    const kinds = ['serverError', 'htmlError', 'resetBefore', 'halfOpen'] as const
    for (const kind of kinds) {
      house.platform.faults.queue({ kind }, { method: 'chat.postMessage' })
      const error = await refusal(house.message(house.addressOf(one), say('很私密的话')))
      expect(error.message).toMatch(/^[a-z0-9_]+$/)
      expect(error.cause).toBeUndefined()
    }
  })

  test('of an address: another workspace, or none', async () => {
    for (const to of ['T0ELSE/U0AB', 'nobody', `${house.platform.teamId}/D0123`, '/', ''])
      expect((await refusal(house.message(to, say('在吗')))).retryAt).toBe('never')
    expect(posts()).toEqual([])
  })

  test('where nobody can be reached: it was not sent', async () => {
    const one = house.platform.user('村民甲')
    const message = house.message(house.addressOf(one), say('在吗'))
    await house.channel.send(message)
    await house.stopPlatform()
    // On the connection that stood until now nobody can know.
    await refusal(house.message(house.addressOf(one), say('还在吗')))
    const error = await refusal(house.message(house.addressOf(one), say('还在吗')))
    expect([error.message, typeof error.retryAt]).toEqual(['econnrefused', 'number'])
  })
})
