// The Telegram channel: people write to the station's bot, and officers get their cards where they already are.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { type Channel, Unavailable } from '../../flows/core/ports.ts'
import { CHANNEL } from './address.ts'
import { openApi } from './api.ts'
import { downloads } from './download.ts'
import { keepLease } from './lease.ts'
import { menus } from './menu.ts'
import { atMost } from './pause.ts'
import { polling } from './polling.ts'
import type { TelegramPorts } from './ports.ts'
import { askProfile } from './profile.ts'
import { type Receiver, receiver } from './receive.ts'
import { sender } from './send.ts'
import { keepWebhook, webhookDoor } from './webhook.ts'

export type { TelegramPorts } from './ports.ts'

/** Tests may hurry what otherwise waits. */
type Tuning = {
  /** Milliseconds for one call, and for all parts of one message. */
  patience?: number
  /** Seconds that Telegram waits for news. */
  wait?: number
  /** Milliseconds that a lease lasts, and between two times that it is asked for. */
  ttl?: number
  beat?: number
}

/** Milliseconds that opening waits for first answers; what has not come by then comes later. */
const OPENING = 3_000

/** What runs from opening to closing. */
type Running = { receiver: Receiver; hears(): boolean; end(): Promise<void> }

export function telegram(
  ports: TelegramPorts,
  { patience = 12_000, wait = 25, ttl = 3_500, beat = 1_000 }: Tuning = {},
): Channel & { app: Hono | null; nameOfBot(): string | null } {
  const { settings, fault } = ports
  const { receive } = settings
  const api = openApi(settings, patience)
  const download = downloads(api, ports.files, settings)
  const holder = randomUUID()
  let name: string | null = null
  let running: Running | null = null

  return {
    name: CHANNEL,
    app: receive.mode === 'webhook' ? webhookDoor(receive.secret, taken, fault) : null,
    nameOfBot: () => name,
    async open(desk) {
      if (running) throw new Error('the channel is open already')
      const closing = new AbortController()
      const menu = menus(api, ports, closing.signal)
      const profile = askProfile(api, fault, closing.signal)
      const named = profile.ended.then(() => {
        name = profile.name() ?? name
      })
      const heard = receiver({
        ports,
        telegram: api,
        desk,
        download,
        name: () => profile.name() ?? name,
        spoke: menu.look,
        closing: closing.signal,
      })
      const opened = menu.open()
      const way = receive.mode === 'webhook' ? pushed(receive, closing.signal) : asked(heard)
      running = {
        receiver: heard,
        hears: way.hears,
        async end() {
          await way.end(() => closing.abort())
          await Promise.all([named, opened, heard.quiet()])
        },
      }
      await atMost(Promise.all([way.first, profile.first]), OPENING)
    },
    send: sender(api, ports, patience),
    hears: () => running?.hears() ?? false,
    async close() {
      const was = running
      running = null
      await was?.end()
    },
  }

  async function taken(update: Parameters<Receiver['take']>[0]): Promise<void> {
    if (!running) throw new Unavailable('the channel is not open')
    await running.receiver.take(update)
  }

  function pushed(where: { url: string; secret: string }, closing: AbortSignal) {
    const webhook = keepWebhook(api, where, fault, closing)
    return {
      first: webhook.first,
      hears: webhook.isSet,
      async end(close: () => void) {
        close()
        await webhook.ended
      },
    }
  }

  function asked({ take }: Receiver) {
    const news = polling({ telegram: api, take, fault, wait })
    const lease = keepLease({
      leases: ports.leases,
      name: `${CHANNEL}:${api.bot}`,
      holder,
      ttl,
      beat,
      work: news.run,
      fault,
    })
    return {
      // Whoever has the lease elsewhere hears for all of us.
      first: lease.asked.then(() => (lease.state() === 'mine' ? news.asked : undefined)),
      hears: () => lease.state() === 'elsewhere' || (lease.state() === 'mine' && news.isFresh()),
      async end(close: () => void) {
        const stopped = lease.stop()
        close()
        await stopped
      },
    }
  }
}
