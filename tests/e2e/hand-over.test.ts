// Two bots on one database ask Telegram for news in turn: when the one that asks is killed, the other takes over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { SAMPLE } from '../../bot/first-start.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { openTelegram } from '../platforms/telegram/telegram.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { botProcess } from './process.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

test('what is said while nobody asks is answered by the bot that is left', { timeout: 120_000 }, async ({
  annotate,
}) => {
  const telegram = await openTelegram()
  open.push(telegram.stop)
  const folder = mkdtempSync(join(tmpdir(), 'maple-hand-over-'))
  open.push(() => rmSync(folder, { recursive: true, force: true }))
  const keys = join(folder, 'sealing.key')
  openMasterKeys(keys, true)
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: await freshDatabase(),
    SEALING_KEY_FILE: keys,
    STATION_FILE: SAMPLE,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  }
  const first = await botProcess(settings)
  open.push(first.stop)
  await first.start()
  const second = await botProcess(settings)
  open.push(second.stop)
  await second.start()
  const person = telegram.user('村民甲')
  person.says('在吗')
  await telegram.drained(20_000)

  await first.kill()
  const began = performance.now()
  person.says('邻居修墙占了我家地')
  await telegram.drained(30_000)
  const took = performance.now() - began
  await annotate(`taken over after ${Math.round(took)} ms`)
  // The lease ends by the database's clock, so this is no matter of how fast the machine is but for its last part.
  expect(took).toBeLessThan(10_000)
  expect(telegram.ledger.updates.map(({ state }) => state)).toEqual(['acknowledged', 'acknowledged'])
})
