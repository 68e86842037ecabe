// The desk on the bench: its own books, turns, outbox and clock, behind the thinnest possible webhook.
import { mkdtempSync } from 'node:fs'
import { Agent, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBooks } from '../../bot/books.ts'
import { startClock } from '../../bot/clock.ts'
import { openDelivery } from '../../bot/deliver.ts'
import { openDesk } from '../../bot/desk.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { readSettings } from '../../bot/settings.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import sample from '../../db/seed/sample-station.json' with { type: 'json' }
import { type Channel, Undelivered } from '../../flows/core/ports.ts'
import { render, renderRevised } from '../../flows/notices/index.ts'
import { postJson, readJson, serveFigures } from './figures.ts'

const folder = mkdtempSync(join(tmpdir(), 'maple-bench-'))
const keys = join(folder, 'bench.key')
openMasterKeys(keys, true)
const { DATABASE_URL, PLATFORM_URL } = process.env
const store = await openBooks(readSettings({ DATABASE_URL, DATA_DIR: folder, SEALING_KEY_FILE: keys }))
await store.admin.importStation(sample, Date.now())

const agent = new Agent({ keepAlive: true, maxSockets: 100 })
const channel: Pick<Channel, 'send'> = {
  async send({ to, reply }) {
    const body = { chat_id: Number(to.id), text: reply.text }
    const status = await postJson(agent, `${PLATFORM_URL}/bot1:bench/sendMessage`, body)
    if (status !== 200) throw new Undelivered(`the platform answered ${status}`, Date.now() + 1_000)
    return 'delivered'
  },
}
const log = openLog('error')
const metrics = openMetrics({ standard: false })
const desk = await openDesk({ store, log, metrics })
const delivery = openDelivery({
  outbox: store.outbox,
  channels: new Map([['bench', channel]]),
  render,
  renderRevised,
  now: desk.time.now,
  log,
  metrics,
})
await store.onPosted(delivery.wake)
startClock(desk.sweep, log)

const server = createServer((request, response) => {
  if (serveFigures(request, response, { count: store.statements() })) return
  void readJson(request)
    .then(({ update_id, message }) =>
      desk.hearing.hear({
        id: String(update_id),
        from: { channel: 'bench', id: String(message.chat.id) },
        at: desk.time.now(),
        locale: 'zh',
        event: { kind: 'text', text: message.text },
      }),
    )
    .then(
      () => response.end(),
      () => {
        response.statusCode = 503
        response.end()
      },
    )
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit(0))
