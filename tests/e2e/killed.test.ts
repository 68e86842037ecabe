// Killed at every step of a whole story and started again: the next message goes on exactly there, nothing twice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { s03 } from '../../bot/stories/s03.ts'
import { botProcess } from './process.ts'
import { wireStage } from './wire-stage.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The story on a bot of its own; `moment` gives after how many milliseconds of each sending it is killed, or null. */
async function play(moment: ((step: number) => number) | null) {
  const folder = mkdtempSync(join(tmpdir(), 'maple-killed-'))
  folders.push(folder)
  const bot = await botProcess({ DATA_DIR: folder })
  await bot.start()
  let kills = 0
  try {
    const stage = await wireStage(bot, s03.begins, async (sending) => {
      if (moment) {
        await new Promise((resolve) => setTimeout(resolve, moment(kills)))
        await bot.kill()
        kills++
        await bot.start()
      }
      await sending
    })
    await s03.tell(stage)
    return { transcript: stage.transcript(), kills }
  } finally {
    await bot.stop()
  }
}

test('a bot that is killed at every step tells the same story as one that is left alone', async () => {
  const whole = await play(null)
  const killed = await play((step) => [0, 1, 3, 8, 20][step % 5] ?? 0)
  expect(killed.kills).toBeGreaterThan(40)
  expect(killed.transcript).toEqual(whole.transcript)
}, 600_000)
