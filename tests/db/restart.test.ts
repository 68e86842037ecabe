// The server crashes and comes back in the middle of turns: the books say so, recover by themselves, and nothing is lost or doubled.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { type OpenStore, openStore } from '../../db/open.ts'
import { Unavailable } from '../../flows/core/ports.ts'
import { inbound, NOON, quiet, talk, textOf, words, workOf } from '../contracts/store-work.ts'
import { type PostgresServer, startPostgres } from '../postgres/launcher.ts'
import { oneTurn, residents } from './turns-of-victim.ts'

let server: PostgresServer
let folder: string
let databaseUrl: string
let replicas: OpenStore[]
let open: () => Promise<OpenStore>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maple-restart-'))
  const sealingKeyFile = join(folder, 'sealing.key')
  openMasterKeys(sealingKeyFile, true)
  server = await startPostgres({ fsync: true })
  databaseUrl = await server.createDatabase('restarted')
  const script = quiet()
  script.command = async (books) => {
    books.audit('did', 'dispute:1')
    return { number: await books.nextNumber('case', 2026) }
  }
  const options = { ...workOf(script), dataDir: folder, databaseUrl, sealingKeyFile }
  open = () => openStore(options)
  replicas = [await open(), await open()]
})
afterAll(async () => {
  await Promise.all(replicas.map((store) => store.close()))
  await server.stop()
  rmSync(folder, { recursive: true })
})

const becomes = async (ready: boolean, store: OpenStore) => {
  for (let i = 0; i < 1_000 && (await store.ready()) !== ready; i++) await pause(10)
  expect(await store.ready()).toBe(ready)
}

test('an error while the server is away is Unavailable, and carries no words', async () => {
  const [store] = replicas as [OpenStore]
  await talk(store, inbound(residents[0]!, 'x', { id: 'before' }), 'before')
  await server.kill()
  await becomes(false, store)
  const error: unknown = await talk(store, inbound(residents[0]!, 'SECRET', { id: 'away' }), 'SECRET').catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Unavailable)
  expect(`${(error as Error).stack}`).not.toContain('SECRET')
  await server.start()
  await becomes(true, store)
  expect(await talk(store, inbound(residents[0]!, 'x', { id: 'before' }), 'again')).toBe('repeat')
})

test('crashes under load: every turn is kept once, and those who wait are still woken', async () => {
  const [first, second] = replicas as [OpenStore, OpenStore]
  let woken = 0
  const ended = await second.onPosted(() => woken++)
  let crashing = true
  let refused = 0
  /** As a platform does: sends again, to whichever replica, until it is told that it was kept. */
  const delivered = async (who: number, n: number) => {
    const id = `r-${who}-${n}`
    for (let attempt = 0; ; attempt++) {
      try {
        return await oneTurn([first, second][(n + attempt) % 2]!, residents[who]!, id)
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        refused++
        await pause(20)
      }
    }
  }
  const sent = await Promise.all([
    (async () => {
      for (let i = 0; i < 3; i++) {
        await pause(300)
        await server.restartImmediate()
      }
      crashing = false
      return 0
    })(),
    ...residents.map(async (_, who) => {
      let n = 0
      for (; crashing || n < 12; n++) await delivered(who, n)
      return n
    }),
  ])
  expect(refused).toBeGreaterThan(0)
  await Promise.all(replicas.map((store) => becomes(true, store)))
  // One that remembers nothing: what is written counts.
  const fresh = await open()
  replicas.push(fresh)
  let commands = 0
  for (const [who, from] of residents.entries()) {
    const own = Array.from({ length: sent[who + 1] ?? 0 }, (_, n) => `r-${who}-${n}`)
    const kept = words(await fresh.turns.held(from, 'zh', NOON)).filter((word) => word.startsWith('r-'))
    expect(kept).toEqual(own)
    const said = (await second.outbox.since(from, 0, 100_000))
      .map(textOf)
      .filter((text) => text.startsWith('r-'))
    expect(said).toEqual(own.flatMap((id) => [`${id}.1`, `${id}.2`]))
    commands += own.filter((id) => Number(id.split('-')[2]) % 3 === 2).length
  }
  expect(await first.admin.auditVerify()).toEqual({ rows: commands, firstBad: null })
  // The listener came back too: what one replica posts wakes the other.
  await expect
    .poll(
      async () => {
        const before = woken
        await talk(first, inbound(residents[0]!), 'after')
        await pause(50)
        return woken > before
      },
      { timeout: 10_000 },
    )
    .toBe(true)
  await ended()
}, 120_000)

test('a frozen server: ready is false in time, and everything goes on when it thaws', async () => {
  const [store] = replicas as [OpenStore]
  const pids = await backends()
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  const began = performance.now()
  expect(await store.ready()).toBe(false)
  expect(performance.now() - began).toBeLessThan(3_000)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  await becomes(true, store)
  expect(await talk(store, inbound(residents[0]!), 'thawed')).toBe('kept')
})

/** The server's first process and those that serve connections. */
async function backends(): Promise<number[]> {
  const { default: postgres } = await import('postgres')
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name = 'maple-bridge'`
    return [server.pid(), ...rows.map(({ pid }) => pid)]
  } finally {
    await sql.end()
  }
}
