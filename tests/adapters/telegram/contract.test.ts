// The Telegram channel keeps the promises of every channel, both ways of receiving, on a wire of its own.
import { telegram } from '../../../adapters/telegram/index.ts'
import type { Channel } from '../../../flows/core/ports.ts'
import { channelContract, type Platform, type Refusal } from '../../contracts/channel.ts'
import type { Fault } from '../../platforms/faults.ts'
import type { UpdateRecord } from '../../platforms/telegram/ledger.ts'
import { type FakeTelegram, openTelegram } from '../../platforms/telegram/telegram.ts'
import { handingOutAgain } from './again.ts'
import { openDoor } from './door.ts'
import { memoryStation, rest, WEBHOOK_SECRET } from './station.ts'

const TUNING = { patience: 700, wait: 5, ttl: 400, beat: 100 }

type Answer = 'received' | 'again'
type Said = (record: UpdateRecord) => Promise<Answer>

channelContract('telegram, asking', async () => {
  const fake = await openTelegram({ pace: 0.05 })
  const before = await handingOutAgain(fake.apiRoot)
  const { ports } = memoryStation({ ...fake, apiRoot: before.apiRoot })
  const inner = telegram(ports, TUNING)
  const failed = new Map<string, number>()
  const failures = ({ id }: UpdateRecord): number => failed.get(`${fake.botId}:${id}`) ?? 0
  let open = false
  const channel: Channel = {
    ...inner,
    // The poller hears again by itself and tells nobody that it will: the test has to see it fail.
    async open(hear) {
      await inner.open((inbound) =>
        hear(inbound).catch((error: unknown) => {
          failed.set(inbound.id, (failed.get(inbound.id) ?? 0) + 1)
          throw error
        }),
      )
      open = true
    },
    async close() {
      open = false
      await inner.close()
    },
  }
  const said: Said = async (record) => {
    if (record.state === 'acknowledged') {
      await before.repeat(record.update)
      return 'received'
    }
    const earlier = failures(record)
    while (open) {
      if (record.fetched > 0 && record.state !== 'waiting') return 'received'
      if (failures(record) > earlier) return 'again'
      await rest(5)
    }
    // Nobody asks: after a while it still waits.
    await rest(300)
    return record.fetched > 0 ? 'received' : 'again'
  }
  return platform(fake, channel, said, before.stop)
})

channelContract('telegram, told', async () => {
  const fake = await openTelegram({ pace: 0.001 })
  const door = await openDoor(() => channel.app)
  const { ports } = memoryStation(fake, { mode: 'webhook', url: door.url, secret: WEBHOOK_SECRET })
  const channel = telegram(ports, TUNING)
  // Each attempt is made by the test, so that it can see what came of it.
  fake.hold()
  const said: Said = async (record) =>
    (await fake.pushOnce(record, door.url)) === 200 ? 'received' : 'again'
  return platform(fake, channel, said, door.close)
})

function platform(fake: FakeTelegram, channel: Channel, said: Said, ended: () => Promise<void>): Platform {
  let seq = 0
  return {
    channel,
    async person() {
      const person = fake.user()
      const records = new Map<string, UpdateRecord | null>()
      return {
        async says(id, words) {
          const record = records.get(id) ?? person.says(words, { raw: true }).update
          if (!record) throw new Error('the bot is not told of this')
          records.set(id, record)
          return said(record)
        },
        sees: async () =>
          person.sees().map(({ text, buttons, keyboard }) => ({
            reads: text,
            presses: [...buttons.map(({ label }) => label), ...(keyboard ?? []).flat()],
          })),
      }
    },
    async sends(to, reply) {
      seq++
      const sent = { id: `message-${seq}`, seq, to, at: Date.now(), locale: 'zh' as const, reply }
      const receipt = await channel.send(sent)
      return typeof receipt === 'object' ? 'delivered' : receipt
    },
    refusals: refusals(fake),
    async end() {
      await ended()
      await fake.stop()
    },
  }
}

function refusals({ faults }: FakeTelegram): Refusal[] {
  const next = (what: string, fault: Fault, retryAt: Refusal['retryAt']): Refusal => ({
    what,
    prepare: () => faults.queue(fault, { method: 'sendMessage' }),
    retryAt,
  })
  return [
    next('too many', { kind: 'tooMany', retryAfter: 7 }, 'later'),
    next('a mistake of the server', { kind: 'serverError' }, 'later'),
    next('a page of a proxy', { kind: 'htmlError' }, 'later'),
    next('accepted, then broken off', { kind: 'acceptedThenReset' }, 'unknown'),
    next('broken off', { kind: 'resetBefore' }, 'unknown'),
    next('accepted, and no answer in time', { kind: 'stall', ms: 3_000 }, 'unknown'),
    next('silence', { kind: 'halfOpen' }, 'unknown'),
  ]
}
