// Asking Telegram for news: nothing is confirmed before it is heard, nothing is passed over, and nothing makes it deaf.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { telegram } from '../../../adapters/telegram/index.ts'
import type { Leases } from '../../../adapters/telegram/ports.ts'
import { type Channel, type Inbound, Unavailable } from '../../../flows/core/ports.ts'
import type { Fault } from '../../platforms/faults.ts'
import { type FakeTelegram, openTelegram } from '../../platforms/telegram/telegram.ts'
import { memoryLeases, memoryStation, rest, type Station, soon } from './station.ts'

const TUNING = { patience: 700, wait: 5, ttl: 400, beat: 100 }

let fake: FakeTelegram
let leases: ReturnType<typeof memoryLeases>
let open: Channel[]
let heard: Inbound[]

beforeEach(async () => {
  fake = await openTelegram({ pace: 0.05 })
  leases = memoryLeases()
  open = []
  heard = []
})
afterEach(async () => {
  await Promise.all(open.map((channel) => channel.close()))
  await fake.stop()
})

type Replica = { station: Station; channel: Channel }

function replica(own: Leases = leases): Replica {
  const station = memoryStation(fake, { mode: 'polling' }, own)
  const channel = telegram(station.ports, TUNING)
  open.push(channel)
  return { station, channel }
}

const keep = async (inbound: Inbound) => void heard.push(inbound)
const textsOf = (person: { id: number }): string[] =>
  heard
    .filter(({ from }) => from.id === `${fake.botId}/${person.id}`)
    .map(({ event }) => (event.kind === 'text' ? event.text : event.kind))
const counted = (count: number): string[] => Array.from({ length: count }, (_, n) => `第${n}句`)

describe('what was said', () => {
  test('before it was opened is heard, each chat in its order, and then confirmed', async () => {
    const people = Array.from({ length: 30 }, () => fake.user())
    for (const words of counted(5)) for (const person of people) person.says(words)
    await replica().channel.open(keep)
    await fake.drained()
    for (const person of people) expect(textsOf(person)).toEqual(counted(5))
  })

  test('is not confirmed before it is kept', async () => {
    const kept = Promise.withResolvers<void>()
    await replica().channel.open(() => kept.promise)
    const { update } = fake.user().says('在吗')
    await soon(() => (update?.fetched ?? 0) > 0, 'it is handed out')
    await rest(400)
    expect(update?.state).toBe('waiting')
    kept.resolve()
    await fake.drained()
    expect(update?.state).toBe('acknowledged')
  })

  test('in a slow chat holds up no other, and is heard once', async () => {
    const kept = Promise.withResolvers<void>()
    const [slow, quick] = [fake.user(), fake.user()]
    const slowly = `${fake.botId}/${slow.id}`
    await replica().channel.open(async (inbound) => {
      heard.push(inbound)
      if (inbound.from.id === slowly) await kept.promise
    })
    slow.says('慢')
    for (const words of counted(10)) {
      quick.says(words)
      await rest(60)
    }
    await soon(() => textsOf(quick).length === 10, 'the other chat goes on', 3_000)
    expect(textsOf(quick)).toEqual(counted(10))
    expect(textsOf(slow)).toEqual(['慢'])
    // And without asking all the time: it was about two seconds.
    expect(fake.ledger.called('getUpdates').length).toBeLessThan(20)
    kept.resolve()
    await fake.drained()
    expect(textsOf(slow)).toEqual(['慢'])
  })

  test('and not kept is heard again, before what follows it, and never passed over', async () => {
    const fails = new Map<string, number>()
    const { station, channel } = replica()
    const [unlucky, lucky] = [fake.user(), fake.user()]
    await channel.open(async (inbound) => {
      const failed = fails.get(inbound.id) ?? 0
      if (inbound.from.id.endsWith(`/${unlucky.id}`) && failed < 2) {
        fails.set(inbound.id, failed + 1)
        throw failed === 0 ? new Unavailable('the books are away') : new Error('a mistake of ours')
      }
      heard.push(inbound)
    })
    for (const words of counted(2)) {
      unlucky.says(words)
      lucky.says(words)
    }
    await soon(() => textsOf(lucky).length === 2, 'the lucky one', 1_500)
    expect(textsOf(unlucky)).toEqual([])
    await fake.drained()
    expect(textsOf(unlucky)).toEqual(counted(2))
    expect(station.faults.map(({ where }) => where)).toEqual(['update', 'update'])
  })

  test('after a week of silence, under lower numbers, is heard too', async () => {
    const person = fake.user()
    await replica().channel.open(keep)
    for (let week = 0; week < 6; week++) {
      person.says(`第${week}句`)
      await fake.drained()
      fake.forward(8 * 86_400_000)
    }
    expect(textsOf(person)).toEqual(counted(6))
    const numbers = fake.ledger.updates.map(({ id }) => id)
    expect(numbers.some((id, at) => at > 0 && id < (numbers[at - 1] ?? 0))).toBe(true)
  })
})

describe('faults', () => {
  test.each<[string, Fault]>([
    ['too many calls', { kind: 'tooMany', retryAfter: 1 }],
    ['a mistake of the server', { kind: 'serverError' }],
    ['a page of a proxy', { kind: 'htmlError' }],
    ['a broken connection', { kind: 'resetBefore' }],
    ['an answer that never arrived', { kind: 'acceptedThenReset' }],
    ['a slow answer', { kind: 'stall', ms: 1_000 }],
  ])('%s is waited out', async (_, fault) => {
    const person = fake.user()
    await replica().channel.open(keep)
    fake.faults.queue(fault, { method: 'getUpdates', times: 3 })
    for (const words of counted(5)) {
      person.says(words)
      await rest(30)
    }
    await fake.drained(20_000)
    expect(textsOf(person)).toEqual(counted(5))
  })

  test('a webhook that somebody left is taken away, and nothing that waits is lost', async () => {
    const person = fake.user()
    const set = await fetch(`${fake.apiRoot}/bot${fake.token}/setWebhook?url=http://127.0.0.1:1/gone`)
    expect(set.status).toBe(200)
    fake.hold()
    person.says('在吗')
    const { station, channel } = replica()
    await channel.open(keep)
    await soon(() => textsOf(person).length === 1, 'it is heard')
    expect(station.faults.map(({ error }) => String(error))).toContain(
      'TelegramTrouble: telegram 409 webhook set',
    )
  })

  test('somebody else who asks with the same token is outlasted', async () => {
    const person = fake.user()
    const { channel } = replica()
    await channel.open(keep)
    for (let n = 0; n < 4; n++) {
      await fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates?timeout=2`)
      person.says(`第${n}句`)
    }
    await fake.drained()
    expect([...new Set(textsOf(person))]).toEqual(counted(4))
    expect(channel.hears()).toBe(true)
  })

  test('silence is ended by a time of our own, and said to be deafness while it lasts', async () => {
    const person = fake.user()
    const own = memoryStation(fake, { mode: 'polling' }, leases)
    const channel = telegram(own.ports, { ...TUNING, wait: 0 })
    open.push(channel)
    fake.faults.queue({ kind: 'halfOpen' }, { method: 'getUpdates' })
    await channel.open(keep)
    expect(channel.hears()).toBe(false)
    person.says('在吗')
    await soon(() => textsOf(person).length === 1, 'it is heard', 12_000)
    expect(channel.hears()).toBe(true)
  })

  test('a token that Telegram does not know: deaf, alive, and no secret is told', async () => {
    const wrong = { ...fake, token: `${fake.botId}:AAEanotherSecret` }
    const station = memoryStation(wrong, { mode: 'polling' }, leases)
    const channel = telegram(station.ports, TUNING)
    open.push(channel)
    await channel.open(keep)
    expect(channel.hears()).toBe(false)
    expect(station.faults.length).toBeGreaterThan(0)
    for (const { error } of station.faults) {
      expect(String(error)).toMatch(/^TelegramTrouble: telegram 401$/)
      expect(JSON.stringify(error) + (error instanceof Error ? error.stack : '')).not.toContain(
        'AAEanotherSecret',
      )
    }
  })
})

describe('several processes', () => {
  test('one asks, all hear; when it is gone without a word another asks soon', async () => {
    const person = fake.user()
    // A process that dies gives nothing back, and renews nothing any more.
    let dead = false
    const dying: Leases = {
      hold: (name, holder, ttl) => (dead ? new Promise(() => {}) : leases.hold(name, holder, ttl)),
      release: async () => {},
    }
    const [first, second] = [replica(dying), replica()]
    await first.channel.open(keep)
    await second.channel.open(keep)
    expect([first.channel.hears(), second.channel.hears()]).toEqual([true, true])
    person.says('一')
    await fake.drained()
    await rest(500)
    // Nobody ended anybody's question.
    expect(fake.ledger.called('getUpdates').every(({ status }) => status !== 409)).toBe(true)
    dead = true
    const from = performance.now()
    await soon(
      () => leases.holder(`telegram:${fake.botId}`) !== null && !first.channel.hears(),
      'the first is deaf',
    )
    person.says('二')
    await fake.drained()
    expect(performance.now() - from).toBeLessThan((TUNING.ttl + TUNING.beat) * 3)
    expect(textsOf(person)).toEqual(['一', '二'])
    expect(second.channel.hears()).toBe(true)
  })

  test('closing hands over at once, and confirms what was heard', async () => {
    const person = fake.user()
    const [first, second] = [replica(), replica()]
    await first.channel.open(keep)
    await second.channel.open(keep)
    const { update } = person.says('一')
    await soon(() => textsOf(person).length === 1, 'it is heard')
    await first.channel.close()
    expect(update?.state).toBe('acknowledged')
    person.says('二')
    await fake.drained(1_500)
    expect(textsOf(person)).toEqual(['一', '二'])
  })

  test('what was being heard when it was closed is finished, and confirmed only then', async () => {
    const kept = Promise.withResolvers<void>()
    const { channel } = replica()
    let hearing = false
    await channel.open(async (inbound) => {
      hearing = true
      await kept.promise
      heard.push(inbound)
    })
    const person = fake.user()
    const { update } = person.says('一')
    await soon(() => hearing, 'it is being heard')
    const closed = channel.close()
    await rest(200)
    expect(update?.state).toBe('waiting')
    kept.resolve()
    await closed
    expect(textsOf(person)).toEqual(['一'])
    expect(update?.state).toBe('acknowledged')
  })

  test('while the books do not answer nobody asks, and afterwards somebody does', async () => {
    let away = false
    const person = fake.user()
    const { station, channel } = replica({
      ...leases,
      hold: async (...given) => {
        if (away) throw new Error('the database is away')
        return leases.hold(...given)
      },
    })
    await channel.open(keep)
    away = true
    await soon(() => !channel.hears(), 'it does not hear')
    const asked = fake.ledger.called('getUpdates').length
    person.says('在吗')
    await rest(500)
    expect(fake.ledger.called('getUpdates').length).toBeLessThanOrEqual(asked + 1)
    expect(station.faults.filter(({ where }) => where === 'lease')).toHaveLength(1)
    away = false
    await fake.drained()
    expect(textsOf(person)).toEqual(['在吗'])
  })
})
