// Socket Mode: more than one connection, none of them missed for long, and the truth about who hears.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../../flows/core/ports.ts'
import { type House, openHouse, until } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse('socket')
  await house.open()
  await until(() => house.platform.sockets.count() === 2)
})
afterEach(() => house.end())

const texts = () => house.heard.map(({ event }) => (event.kind === 'text' ? event.text : event.kind))

test('two connections stand, and none after closing; opened again it hears again', async () => {
  expect(house.channel.hears()).toBe(true)
  expect(house.channel.app).toBeNull()
  await house.channel.close()
  await until(() => house.platform.sockets.count() === 0)
  expect(house.channel.hears()).toBe(false)
  await house.open()
  await until(() => house.platform.sockets.count() === 2)
  const one = house.platform.user('村民甲')
  expect((await one.says('在吗', { once: true })).outcome).toBe('received')
})

test('while Slack renews its connections nothing waits: another stands before one goes', async () => {
  const one = house.platform.user('村民甲')
  let least = 2
  let renewing = true
  const watching = (async () => {
    while (renewing) {
      least = Math.min(least, house.platform.sockets.count())
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })()
  const said: Promise<unknown>[] = []
  let received = 0
  const renewal = house.platform.sockets.recycle()
  for (let n = 0; n < 40; n++) {
    const { outcome, settled } = await one.says(String(n))
    if (outcome === 'received') received += 1
    said.push(settled)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await renewal
  renewing = false
  await watching
  await Promise.all(said)
  // One may be on its way over a connection at the moment when Slack hangs up; it comes again.
  expect(received).toBeGreaterThan(37)
  expect(least).toBeGreaterThan(0)
  expect(new Set(texts())).toEqual(new Set(Array.from({ length: 40 }, (_, n) => String(n))))
  await until(() => house.platform.sockets.count() === 2)
})

test('broken connections come back by themselves, as often as they break', async () => {
  const one = house.platform.user('村民甲')
  for (let n = 0; n < 5; n++) {
    house.platform.sockets.drop()
    await until(() => house.platform.sockets.count() >= 1 && house.channel.hears())
    const said = await one.says(`又来了${n}`)
    await said.settled
  }
  expect(new Set(texts())).toEqual(new Set(Array.from({ length: 5 }, (_, n) => `又来了${n}`)))
})

test('while Slack cannot be reached nobody hears, it is told once, and afterwards it goes on', async () => {
  const { faults } = house.platform
  faults.queue({ kind: 'serverError' }, { method: 'apps.connections.open', times: 3 })
  faults.queue({ kind: 'htmlError' }, { method: 'apps.connections.open', times: 2 })
  house.platform.sockets.drop()
  await until(() => !house.channel.hears())
  await until(() => house.channel.hears())
  await until(() => house.platform.sockets.count() === 2)
  expect(house.faults.filter(({ where }) => where === 'socket')).toHaveLength(1)
  expect(String(house.faults[0]?.error)).toMatch(/^Error: slack: http_50\d$/)
})

test('a connection through which nothing comes any more is given up', async () => {
  house.platform.sockets.haunt()
  const one = house.platform.user('村民甲')
  const calls = () => house.platform.ledger.callsOf('apps.connections.open').length
  const before = calls()
  await until(() => calls() >= before + 2, 20_000)
  await until(() => house.channel.hears())
  const said = await one.says('还在吗')
  await said.settled
  expect(texts()).toContain('还在吗')
}, 60_000)

test('an envelope is acknowledged only once it was kept', async () => {
  let away = 1
  house.books.gate = async () => {
    if (away-- > 0) throw new Unavailable('away')
  }
  const one = house.platform.user('村民甲')
  const said = await one.says('院墙')
  expect(said.outcome).toBe('again')
  await said.settled
  expect(said.events[0]?.state).toBe('acked')
  expect(house.heard).toHaveLength(1)
})

test('what is under way when the channel closes is still acknowledged', async () => {
  const gate = Promise.withResolvers<void>()
  house.books.gate = () => gate.promise
  const one = house.platform.user('村民甲')
  const said = one.says('最后一句', { once: true })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = house.channel.close()
  setTimeout(gate.resolve, 100)
  expect((await said).outcome).toBe('received')
  await closed
  expect(texts()).toEqual(['最后一句'])
})

describe('what else may come over a socket', () => {
  test('hurts nobody', async () => {
    const { first } = house.platform.pushes({ type: 'close', user: 'U1' })
    expect((await first).outcome).toBe('acked')
    const record = await house.platform.interacts('interactive', {
      type: 'view_closed',
      team: { id: house.platform.teamId },
      user: { id: 'U0AB', team_id: house.platform.teamId },
      view: { id: 'V1', callback_id: 'form' },
    })
    expect(record.acked).toBe(true)
    expect(house.channel.hears()).toBe(true)
  })
})
