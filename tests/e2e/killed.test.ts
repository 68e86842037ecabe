// Killed at every step of a whole story and started again: the next message goes on exactly there, nothing twice.
import { afterEach, expect, test } from 'vitest'
import { s03 } from '../../bot/stories/s03.ts'
import { freshFolder } from '../db/embedded.ts'
import { botProcess } from './process.ts'
import { wireStage } from './wire-stage.ts'

const drops: (() => void)[] = []
afterEach(() => {
  for (const drop of drops.splice(0)) drop()
})

/** Killed so many milliseconds after a message was sent: before it was read, while it is written, after the answer. */
const MOMENTS = [0, 1, 3, 8, 20]
/** Every step with KILLS=all, which takes seven minutes; else every fourth up to the agreement, and some of the months after. */
const ALL = process.env.KILLS === 'all'
const AGREED = 60
const isKilled = (step: number): boolean => ALL || step % (step < AGREED ? 4 : 30) === 0

async function play(mayKill: boolean) {
  const { folder, drop } = await freshFolder()
  drops.push(drop)
  const bot = await botProcess({ DATA_DIR: folder })
  await bot.start()
  let kills = 0
  try {
    let step = 0
    const stage = await wireStage(bot, s03.begins, async (sending) => {
      if (mayKill && isKilled(step)) {
        await new Promise((resolve) => setTimeout(resolve, MOMENTS[step % MOMENTS.length]))
        await bot.kill()
        kills++
        await bot.start()
      }
      step++
      await sending
    })
    await s03.tell(stage)
    return { transcript: stage.transcript(), kills }
  } finally {
    await bot.stop()
  }
}

test('a bot that is killed at every step tells the same story as one that is left alone', async () => {
  const whole = await play(false)
  const killed = await play(true)
  expect(killed.kills).toBeGreaterThan(AGREED / 4)
  expect(killed.transcript).toEqual(whole.transcript)
}, 600_000)
