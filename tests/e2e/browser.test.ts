// The main job in real browsers against the bot as `npm start` runs it: told, taken, mediated, kept, closed.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { s03 } from '../../bot/stories/s03.ts'
import { openBrowser } from '../adapters/web/browser.ts'
import { freshFolder } from '../db/embedded.ts'
import { pageStage } from './page-stage.ts'
import { botProcess } from './process.ts'

const PICTURES = fileURLToPath(new URL('../../artifacts/s03/', import.meta.url))

test('a report typed into the page becomes a closed case, and the officer sees it within a second', async () => {
  const { folder, drop } = await freshFolder()
  const bot = await botProcess({ DATA_DIR: folder })
  await bot.start()
  const browser = await openBrowser()
  try {
    const stage = await pageStage(bot, browser, s03.begins, PICTURES)
    const number = await s03.tell(stage)
    const { state, level, path } = await stage.shown(number)
    expect([level, state]).toEqual(['YELLOW', 'CLOSED'])
    const steps = path.filter(({ from, to }) => from !== to).map(({ to }) => to)
    expect(['DRAFT', ...steps]).toEqual(s03.ends.path)
    expect(stage.complaints()).toEqual([])
    expect(await stage.alertDelay()).toBeLessThan(1_000)
    await stage.close()
  } finally {
    await browser.close()
    await bot.stop()
    drop()
  }
}, 300_000)
