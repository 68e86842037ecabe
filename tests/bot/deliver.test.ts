// What the outbox promises goes out: in order for each person, and never twice to somebody at risk.
import { afterEach, expect, test, vi } from 'vitest'
import { type Delivery, openDelivery } from '../../bot/deliver.ts'
import { openLog } from '../../bot/log.ts'
import { type Address, Moved, type Receipt, Undelivered } from '../../flows/core/ports.ts'
import { type Message, say } from '../../flows/core/reply.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import { type FakeStore, fakeStore, key } from './fake-store.ts'

const a: Address = { channel: 'test', id: 'a' }
const b: Address = { channel: 'test', id: 'b' }
const notice: Notice = { offset: 480, kind: 'emergencyTold' }

let open: Delivery | null = null
afterEach(async () => {
  await open?.stop()
  open = null
})

type Setting = {
  send?: (message: Message) => Promise<Receipt>
  patience?: number
  grace?: number
  lanes?: number
  now?: () => number
}

function delivery(store: FakeStore, setting: Setting = {}) {
  const { send = async () => 'delivered', ...rest } = setting
  const sent: Message[] = []
  const lines: string[] = []
  open = openDelivery({
    outbox: store.outbox,
    channels: new Map([
      [
        'test',
        {
          send(message: Message) {
            sent.push(message)
            return send(message)
          },
        },
      ],
    ]),
    render: ({ kind }) => {
      if (kind === 'willCall') throw new Error('no words')
      return say(`notice ${kind}`)
    },
    renderRevised: ({ kind }, _, { zh }) => say(`notice ${kind}, ${zh}`),
    now: () => 0,
    log: openLog('info', { write: (line) => void lines.push(line) }),
    metrics: { sent: () => {} },
    poll: 3_600_000,
    ...rest,
  })
  const texts = (to: Address) =>
    sent.flatMap(({ reply, to: one }) => (key(one) === key(to) && reply.kind === 'say' ? [reply.text] : []))
  return { ...open, sent, texts, lines }
}

test('each person gets what was promised in order, notices in words', async () => {
  const store = fakeStore()
  for (const n of [1, 2, 3]) {
    store.post(a, { reply: say(`a${n}`) })
    store.post(b, { reply: say(`b${n}`) })
  }
  store.post(a, { notice })
  const { drained, texts } = delivery(store)
  await drained()
  expect(texts(a)).toEqual(['a1', 'a2', 'a3', 'notice emergencyTold'])
  expect(texts(b)).toEqual(['b1', 'b2', 'b3'])
  expect(store.posted.every(({ state }) => state === 'delivered')).toBe(true)
})

test('a platform that is slow for one person does not hold up another', async () => {
  const store = fakeStore()
  const slow = Promise.withResolvers<Receipt>()
  store.post(a, { reply: say('a1') })
  store.post(a, { reply: say('a2') })
  for (let n = 0; n < 5; n++) store.post(b, { reply: say(`b${n}`) })
  const { wake, drained, texts } = delivery(store, {
    send: ({ to }) => (to.id === 'a' ? slow.promise : Promise.resolve('waiting')),
  })
  wake()
  await vi.waitFor(() => expect(texts(b)).toHaveLength(5))
  expect(texts(a)).toEqual(['a1'])
  slow.resolve('delivered')
  await drained()
  expect(texts(a)).toEqual(['a1', 'a2'])
})

test('no more sends are under way than there are lanes', async () => {
  const store = fakeStore()
  for (let n = 0; n < 20; n++) store.post({ channel: 'test', id: `p${n}` }, { reply: say('x') })
  let now = 0
  let most = 0
  const { drained, sent } = delivery(store, {
    lanes: 4,
    async send() {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 1))
      now--
      return 'delivered'
    },
  })
  await drained()
  expect(sent).toHaveLength(20)
  expect(most).toBe(4)
})

test('what the platform puts off waits as long as it says, and what follows waits behind it', async () => {
  const store = fakeStore()
  let time = 0
  store.post(a, { reply: say('a1') })
  store.post(a, { reply: say('a2') })
  const { drained, texts } = delivery(store, {
    now: () => time,
    async send() {
      if (time < 30_000) throw new Undelivered('slow down', 30_000)
      return 'delivered'
    },
  })
  await drained()
  expect(texts(a)).toEqual(['a1'])
  time = 29_999
  await drained()
  expect(texts(a)).toEqual(['a1'])
  time = 30_000
  await drained()
  expect(texts(a)).toEqual(['a1', 'a1', 'a2'])
})

test('many people whom the platform puts off hold up nobody else, on any channel', async () => {
  const store = fakeStore()
  const limited = Array.from({ length: 100 }, (_, n): Address => ({ channel: 'test', id: `limited-${n}` }))
  for (const one of limited) store.post(one, { reply: say('later') })
  for (let n = 0; n < 40; n++) {
    store.post(a, { reply: say(`a${n}`) })
    store.post({ channel: 'test', id: `other-${n}` }, { reply: say('now') })
  }
  let time = 0
  const { drained, texts, sent } = delivery(store, {
    lanes: 4,
    now: () => time,
    async send({ to }) {
      if (to.id.startsWith('limited') && time < 60_000) throw new Undelivered('slow down', 60_000)
      return 'delivered'
    },
  })
  await drained()
  expect(texts(a)).toHaveLength(40)
  expect(sent.filter(({ to }) => to.id.startsWith('other'))).toHaveLength(40)
  // Each of them was asked once, and is left alone until the platform's time.
  expect(sent.filter(({ to }) => to.id.startsWith('limited'))).toHaveLength(100)
  time = 60_000
  await drained()
  expect(store.posted.every(({ state }) => state === 'delivered')).toBe(true)
  expect(sent.filter(({ to }) => to.id.startsWith('limited'))).toHaveLength(200)
})

test('what the platform calls a message is kept', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') })
  const { drained } = delivery(store, { send: async () => ({ ref: '1700.01' }) })
  await drained()
  expect(parcel).toMatchObject({ state: 'delivered', ref: '1700.01' })
})

test('who has moved is written to under the new id at once, in order, and it counts as no attempt', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') }, { class: 'once' })
  store.post(a, { reply: say('a2') })
  const { drained, sent } = delivery(store, {
    async send({ to }) {
      if (to.id === 'a') throw new Moved('a-super')
      return 'delivered'
    },
  })
  await drained()
  expect(sent.map(({ to, again }) => [to.id, again])).toEqual([
    ['a', undefined],
    ['a-super', undefined],
    ['a-super', undefined],
  ])
  expect(parcel).toMatchObject({ state: 'delivered', attempts: 1 })
})

test('one that moves to where it is goes nowhere, and does not keep us busy', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') })
  const { drained, sent } = delivery(store, {
    send: async () => {
      throw new Moved('a')
    },
  })
  await drained()
  expect(sent).toHaveLength(1)
  expect(parcel).toMatchObject({ state: 'ready', why: 'moved nowhere', runAt: 1_000 })
})

test('a message says its language, and whether an earlier attempt may have arrived', async () => {
  const store = fakeStore()
  let time = 0
  store.post(a, { reply: say('a1') }, { locale: 'en' })
  const { drained, sent } = delivery(store, {
    now: () => time,
    async send() {
      if (time === 0) throw new Undelivered('reset after it was sent', 'unknown')
      return 'delivered'
    },
  })
  await drained()
  time = 60_000
  await drained()
  expect(sent.map(({ locale, again }) => [locale, again])).toEqual([
    ['en', undefined],
    ['en', true],
  ])
})

test('a message goes below the one it belongs to; a card shown anew takes the place of the old one', async () => {
  const store = fakeStore()
  store.post(a, { reply: say('below') }, { thread: '7' })
  const revises = { ref: '8', state: { zh: '已签收', en: 'Acknowledged by officer' } }
  store.post(a, { notice, revises }, { thread: '7' })
  const { drained, sent } = delivery(store)
  await drained()
  expect(sent).toMatchObject([{ thread: '7' }, { edits: '8', reply: say('notice emergencyTold, 已签收') }])
  expect(sent.map((message) => ['edits' in message, 'thread' in message])).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a refusal that says nothing of when is tried again ever more slowly, and given up after a day', async () => {
  const store = fakeStore()
  let time = 0
  const parcel = store.post(a, { reply: say('a1') })
  const { drained, sent } = delivery(store, {
    now: () => time,
    send: async () => {
      throw new Undelivered('busy', time)
    },
  })
  const gaps: number[] = []
  for (let tries = 0; tries < 60 && parcel.state === 'ready'; tries++) {
    await drained()
    gaps.push(parcel.runAt - time)
    time = parcel.runAt
  }
  expect(gaps.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(parcel).toMatchObject({ state: 'dead', why: 'busy' })
  expect(time).toBeGreaterThan(86_400_000)
  expect(sent.length).toBeLessThan(60)
})

test('never is a dead letter at once, and what follows goes out', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') })
  store.post(a, { reply: say('a2') })
  const { drained, texts } = delivery(store, {
    async send({ seq }) {
      if (seq === 1) throw new Undelivered('blocked by the user', 'never')
      return 'delivered'
    },
  })
  await drained()
  expect(parcel).toMatchObject({ state: 'dead', why: 'blocked by the user' })
  expect(texts(a)).toEqual(['a1', 'a2'])
})

test('to somebody at risk a send is marked before it begins, and is never repeated', async () => {
  const store = fakeStore()
  const states: string[] = []
  const parcel = store.post(a, { reply: say('a1') }, { class: 'once' })
  const { drained, sent } = delivery(store, {
    async send() {
      states.push(parcel.state)
      throw new Undelivered('reset after it was sent', 'unknown')
    },
  })
  await drained()
  await drained()
  expect(states).toEqual(['sending'])
  expect(parcel.state).toBe('unknown')
  expect(sent).toHaveLength(1)
})

test('a send to somebody at risk that cannot be marked is not begun', async () => {
  const store = fakeStore()
  store.post(a, { reply: say('a1') }, { class: 'once' })
  store.outbox.sending = async () => {
    throw new Error('gone')
  }
  const { drained, sent } = delivery(store)
  await drained()
  expect(sent).toEqual([])
})

test('no answer in time is unknown; an answer after that changes nothing', async () => {
  const store = fakeStore()
  const late = Promise.withResolvers<Receipt>()
  const parcel = store.post(a, { reply: say('a1') }, { class: 'once' })
  const { drained } = delivery(store, { patience: 10, send: () => late.promise })
  await drained()
  expect(parcel).toMatchObject({ state: 'unknown', why: 'no answer in time' })
  late.resolve('delivered')
  await drained()
  expect(parcel.state).toBe('unknown')
})

test('a mistake of a channel is unknown, and its message stays out of the log', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') }, { class: 'once' })
  const { drained, lines } = delivery(store, {
    send: async ({ reply }) => {
      throw new TypeError(`cannot send 秘密 ${reply.kind}`)
    },
  })
  await drained()
  expect(parcel).toMatchObject({ state: 'unknown', why: 'TypeError' })
  expect(lines.join('')).toContain('TypeError')
  expect(lines.join('')).not.toContain('秘密')
})

test('a notice that cannot be worded does not hold up what follows for ever', async () => {
  const store = fakeStore()
  let time = 0
  const parcel = store.post(a, { notice: { offset: 480, kind: 'willCall' } })
  store.post(a, { reply: say('a2') })
  const { drained, texts } = delivery(store, { now: () => time })
  for (let tries = 0; tries < 3; tries++) {
    await drained()
    time = Math.max(time, parcel.runAt)
  }
  expect(parcel).toMatchObject({ state: 'dead', why: 'could not be worded' })
  expect(texts(a)).toEqual(['a2'])
})

test('a channel that is not set up here leaves the message for later', async () => {
  const store = fakeStore()
  const parcel = store.post({ channel: 'elsewhere', id: 'a' }, { reply: say('x') })
  await delivery(store).drained()
  expect(parcel).toMatchObject({ state: 'ready', why: 'no such channel here' })
  expect(parcel.runAt).toBeGreaterThan(0)
})

test('an outbox that cannot be read is seen, and read again later', async () => {
  const store = fakeStore()
  store.post(a, { reply: say('a1') })
  store.break(new Error('gone'))
  const { drained, works, sent } = delivery(store)
  await drained()
  expect(works()).toBe(false)
  store.break(null)
  await vi.waitFor(async () => {
    await drained()
    expect(works()).toBe(true)
  })
  await drained()
  expect(sent).toHaveLength(1)
})

test('what came of a send is written down even when the first try to do so fails', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') })
  const delivered = store.outbox.delivered
  let tries = 0
  store.outbox.delivered = async (...given) => {
    if (tries++ === 0) throw new Error('gone')
    return delivered(...given)
  }
  const { drained, sent } = delivery(store)
  await drained()
  expect(parcel.state).toBe('delivered')
  expect(sent).toHaveLength(1)
})

test('a moved clock that ends a lease early does not send twice', async () => {
  const store = fakeStore()
  let time = 0
  const slow = Promise.withResolvers<Receipt>()
  store.post(a, { reply: say('a1') })
  const { wake, drained, sent } = delivery(store, { now: () => time, send: () => slow.promise })
  wake()
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  time = 7 * 86_400_000
  wake()
  await new Promise((resolve) => setTimeout(resolve, 20))
  slow.resolve('delivered')
  await drained()
  expect(sent).toHaveLength(1)
})

test('stopping waits for sends under way and begins no more', async () => {
  const store = fakeStore()
  const slow = Promise.withResolvers<Receipt>()
  const first = store.post(a, { reply: say('a1') })
  const second = store.post(a, { reply: say('a2') })
  const { wake, stop, sent } = delivery(store, { send: () => slow.promise })
  wake()
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  const stopped = stop()
  slow.resolve('delivered')
  await stopped
  expect([first.state, second.state]).toEqual(['delivered', 'ready'])
  expect(sent).toHaveLength(1)
})

test('a send that does not end when stopping is written down as unknown', async () => {
  const store = fakeStore()
  const parcel = store.post(a, { reply: say('a1') }, { class: 'once' })
  const { wake, stop, sent } = delivery(store, {
    grace: 20,
    send: () => new Promise<Receipt>(() => {}),
    patience: 100,
  })
  wake()
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  await stop()
  expect(parcel).toMatchObject({ state: 'unknown', why: 'stopped before the answer' })
  // The timer of the send itself ends by and by.
  await new Promise((resolve) => setTimeout(resolve, 100))
})
