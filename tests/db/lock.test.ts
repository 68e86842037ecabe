// One process at a time has the data folder: whoever comes second is told at once what to do, and nothing is harmed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFile } from '../../db/database/lock.ts'
import { openStore } from '../../db/open.ts'
import { quiet, workOf } from '../contracts/store-work.ts'
import { freshFolder } from './embedded.ts'

const victim = fileURLToPath(new URL('victim.ts', import.meta.url))
const work = workOf(quiet())
let folder: string
let drop: () => void
let children: ChildProcess[]

beforeEach(async () => {
  children = []
  ;({ folder, drop } = await freshFolder())
})
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  drop()
})

/** A process that has the folder open. */
async function holder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [victim, folder, 'hold'], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

const inUse = () =>
  `The data folder ${folder} is in use by another process: stop that one first, or set DATA_DIR to another folder.`

test('a second process is refused in under a second, with what to do', async () => {
  const child = await holder()
  const began = performance.now()
  await expect(openStore({ ...work, dataDir: folder })).rejects.toThrow(inUse())
  expect(performance.now() - began).toBeLessThan(1_000)
  // The first one goes on, and its death, whatever kind, frees the folder.
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openStore({ ...work, dataDir: folder })
  expect(await store.ready()).toBe(true)
  await store.close()
})

test('a stopped process keeps it', async () => {
  const child = await holder()
  child.kill('SIGSTOP')
  await expect(openStore({ ...work, dataDir: folder })).rejects.toThrow(inUse())
  child.kill('SIGCONT')
})

test('the same process does not get it twice either, until it is closed', async () => {
  const store = await openStore({ ...work, dataDir: folder })
  await expect(openStore({ ...work, dataDir: folder })).rejects.toThrow(inUse())
  await store.close()
  await (await openStore({ ...work, dataDir: folder })).close()
})

test('releasing twice is releasing once', () => {
  const path = join(folder, 'some.lock')
  const unlock = lockFile(path, 'The folder')
  unlock()
  const again = lockFile(path, 'The folder')
  unlock()
  expect(() => lockFile(path, 'The folder')).toThrow('in use')
  again()
})

test('a place that cannot be locked is said so', () => {
  const closed = mkdtempSync(join(tmpdir(), 'maple-closed-'))
  writeFileSync(join(closed, 'no-folder'), '')
  expect(() => lockFile(join(closed, 'no-folder', 'some.lock'), 'The folder')).toThrow(
    'The folder cannot be locked: make it a folder that this user can write.',
  )
  chmodSync(closed, 0o700)
  rmSync(closed, { recursive: true })
})

test('a first start makes the key; a lost key is not made up for by a new one', async () => {
  const keyFile = join(folder, 'sealing.key')
  await (await openStore({ ...work, dataDir: folder })).close()
  expect(existsSync(keyFile)).toBe(true)
  rmSync(keyFile)
  await expect(openStore({ ...work, dataDir: folder })).rejects.toThrow(
    /sealing\.key does not exist: put it back/,
  )
  expect(existsSync(keyFile)).toBe(false)
})

test('a server without a key file is refused before it is asked', async () => {
  const opening = openStore({ ...work, dataDir: folder, databaseUrl: 'postgres://nobody@localhost:1/none' })
  await expect(opening).rejects.toThrow('SEALING_KEY_FILE must be given together with DATABASE_URL.')
})
