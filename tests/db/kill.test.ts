// kill -9 in the middle of turns on the embedded database: what was acknowledged is there, and nothing is half done.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type OpenStore, openStore } from '../../db/open.ts'
import { HOUR, NOON, quiet, textOf, words, workOf } from '../contracts/store-work.ts'
import { freshFolder } from './embedded.ts'
import { hasCommand, oneTurn, residents } from './turns-of-victim.ts'

const victim = fileURLToPath(new URL('victim.ts', import.meta.url))
const KILLS = 6

test(`${KILLS} kills: every acknowledged turn is kept whole, its id is recognised, and no other is half there`, async () => {
  const { folder, drop } = await freshFolder()
  try {
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS; round++) {
      const ids = await killed(folder, String(round), 40 + round * 60)
      acknowledged.push(...ids)
      const store = await openStore({ ...workOf(quiet()), dataDir: folder })
      try {
        await inspect(store, acknowledged)
      } finally {
        await store.close()
      }
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 4)
    expect(acknowledged.some(hasCommand)).toBe(true)
  } finally {
    drop()
  }
}, 120_000)

/** Lets a process take turns for a while, and kills it. The ids of the turns it had acknowledged. */
async function killed(folder: string, round: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [victim, folder, round], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    said += String(data)
  })
  while (!said.includes('-')) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`)
    await pause(5)
  }
  await pause(after)
  child.kill('SIGKILL')
  await once(child, 'close')
  // The last line may be cut.
  return said.split('\n').slice(1, -1)
}

async function inspect(store: OpenStore, acknowledged: string[]): Promise<void> {
  const commands: string[] = []
  const turns = await Promise.all(
    residents.map(async (from, who) => {
      const kept = words(await store.turns.held(from, 'zh', NOON))
      expect(new Set(kept).size).toBe(kept.length)
      const mine = acknowledged.filter((id) => id.split('-')[1] === String(who))
      // At most the one turn that was under way at each kill was kept and not acknowledged.
      expect(kept).toEqual(expect.arrayContaining(mine))
      expect(kept.length - mine.length).toBeLessThanOrEqual(KILLS)
      const said = (await store.outbox.since(from, 0, 100_000)).map(textOf)
      expect(said).toEqual(kept.flatMap((id) => [`${id}.1`, `${id}.2`]))
      for (const id of kept) expect(await oneTurn(store, from, id), id).toBe('repeat')
      commands.push(...kept.filter(hasCommand))
      return kept.length
    }),
  )
  const counts = await store.admin.counts()
  expect(counts.heard).toBe(turns.reduce((sum, n) => sum + n, 0))
  expect(counts.due_open).toBe(commands.length)
  expect(counts.audit).toBe(commands.length)
  expect(await store.admin.auditVerify()).toEqual({ rows: commands.length, firstBad: null })
  expect(await store.dues.claim(NOON + HOUR, 100_000, 0)).toHaveLength(commands.length)
}
