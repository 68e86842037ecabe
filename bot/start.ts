/** Puts the bot together and starts it; gives what it takes to stop it without losing or repeating anything. */
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { slack, telegram, web } from '../adapters/index.ts'
import type { OpenStore } from '../db/open.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Channel } from '../flows/core/ports.ts'
import { render, renderRevised } from '../flows/notices/index.ts'
import { openDoor } from './admin/socket.ts'
import { work } from './admin/work.ts'
import { openBooks } from './books.ts'
import { startClock } from './clock.ts'
import { openDelivery } from './deliver.ts'
import { type Desk, openDesk } from './desk.ts'
import { firstStart } from './first-start.ts'
import { greeting } from './greeting.ts'
import type { Log } from './log.ts'
import { type MachineWatch, watchMachine } from './machine.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { officeOf } from './office.ts'
import { LATE, within } from './patience.ts'
import { watchReadiness } from './readiness.ts'
import { listen, type Served } from './server.ts'
import type { Settings } from './settings.ts'
import { slackPorts } from './slack-ports.ts'
import { telegramPorts } from './telegram-ports.ts'
import { webPorts } from './web-ports.ts'

export type Running = {
  port: number
  /** What a demonstration tells whoever started it; nothing otherwise. */
  greeting: string[]
  /** Resolves when nothing heard is under way, and nothing promised can go out now. */
  rested(): Promise<void>
  /** Stops hearing, finishes turns and sends under way, and closes everything. */
  stop(): Promise<void>
}

/** What was opened, and how each is closed; the last one closes first. */
type Opened = (() => unknown)[]

/** Throws Misconfigured where the operator has to change something; whatever was open by then is closed again. */
export async function start(settings: Settings, log: Log): Promise<Running> {
  // First of all, so that a port in use is told before the books are touched.
  const served = await listen(settings.port)
  const opened: Opened = [served.close]
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  const set = { ...settings, publicUrl: settings.publicUrl.replace(/:0$/, `:${served.port}`) }
  try {
    return { port: served.port, ...(await open(set, log, served, opened)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function open(
  set: Settings,
  log: Log,
  served: Served,
  opened: Opened,
): Promise<Pick<Running, 'greeting' | 'rested'>> {
  const channels: OpenChannel[] = []
  const telegramBot = () => channels.find(({ nameOfBot }) => nameOfBot)?.nameOfBot?.() ?? null
  const store = await openBooks(set, telegramBot)
  // Answers under way may still need the books: these close last.
  opened.unshift(store.close)
  const found = await firstStart(store, set, Date.now())
  if (found === 'found' && set.stationFile)
    log.info('the station file was left alone: there is a station, and "station import" changes it')

  await store.admin.awaitStanding(Date.now() + (await store.admin.clockOffset()))
  let machine: MachineWatch | null = null
  const metrics = openMetrics()
  const readiness = watchReadiness({
    store,
    channels,
    sends: () => delivery.works(),
    ticks: () => clock.ticks(),
  })
  opened.push(readiness.stop)
  const desk = await openDesk({
    store,
    log,
    metrics,
    storeIsHere: readiness.storeIsHere,
    askStore: readiness.askStore,
    watch: { kept: (channel, ms) => machine?.kept(channel, ms) },
    drained: () => delivery.drained(),
  })
  const { time, live, hearing } = desk
  channels.push(...channelsOf(desk, set, log))

  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  const { outbox } = store
  const delivery = openDelivery({
    outbox,
    channels: byName,
    render,
    renderRevised,
    now: time.now,
    log,
    metrics,
    watch: { sent: (channel, sent) => machine?.sent(channel, sent) },
  })
  opened.push(delivery.stop)
  opened.push(await store.onPosted(delivery.wake))
  for (const channel of channels) {
    await channel.open(hearing.hear)
    opened.push(channel.close)
  }
  opened.push(hearing.stop)
  machine = watchMachine({ machine: store.machine, channels, now: time.now, log })
  opened.push(machine.stop)
  const clock = startClock(async () => {
    await time.refresh()
    await live.refresh()
    await desk.sweep()
  }, log)
  opened.push(clock.stop)

  const office = officeOf(desk, set.publicUrl)
  // With a server the command line opens the books by itself.
  if (!set.databaseUrl) opened.push(await openDoor(set.dataDir, (request) => work(office, request), log))
  const figures = {
    contentType: metrics.contentType,
    text: () => counted(metrics, store, desk.time.now, [hearing, delivery]),
  }
  const apps = channels.flatMap(({ app }) => app ?? [])
  served.show({ apps, ready: readiness.now, metrics: figures, log })
  // Told first of all, so that whoever shares out the visitors looks elsewhere.
  opened.push(served.stopListening, readiness.stop)
  delivery.wake()

  const { demo, name } = live.station()
  if (!demo && !set.databaseUrl)
    log.warn('the embedded database does not survive a power cut: real cases belong on a server')
  log.info('open', { port: served.port })
  return {
    greeting: demo ? await greeting(office, name) : [],
    async rested() {
      do await delivery.drained()
      while (hearing.underWay() > 0)
    },
  }
}

type OpenChannel = Channel & { app: Hono | null; nameOfBot?: () => string | null }

/** The web is always there; the others where the operator has connected them. */
function channelsOf(desk: Desk, set: Settings, log: Log): OpenChannel[] {
  const channels: OpenChannel[] = [web(webPorts(desk, set, log))]
  if (set.telegram) channels.push(telegram(telegramPorts(desk, set.telegram, log)))
  if (set.slack) channels.push(slack(slackPorts(desk, set.slack, log, randomUUID)))
  return channels
}

type UnderWay = { underWay(): number }

/** The figures of this moment; those of the books stay as they were where they cannot be had in time. */
async function counted(
  metrics: Metrics,
  { admin }: Pick<OpenStore, 'admin'>,
  now: () => Instant,
  [turns, sends]: readonly [UnderWay, UnderWay],
): Promise<string> {
  metrics.underWay(turns.underWay(), sends.underWay())
  const asked = Promise.all([admin.counts(), admin.looseEnds()])
  const found = await within(2_000, asked).catch(() => LATE)
  if (typeof found === 'object') {
    metrics.held(found[0])
    metrics.hanging(found[1], now())
  }
  return metrics.text()
}
