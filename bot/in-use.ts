/** Whether another process has the data folder: asked before the rest of the program is read, so that a refusal is quick. */
import { existsSync } from 'node:fs'
import { lockFile } from '../db/database/lock.ts'
import { Misconfigured } from './misconfigured.ts'
import type { Settings } from './settings.ts'

/** Throws Misconfigured with one sentence. Only a look: the books take the lock themselves when they open. */
export function refuseInUse({ databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>): void {
  const lock = `${dataDir}/books.lock`
  if (databaseUrl || !existsSync(lock)) return
  try {
    lockFile(lock, `The data folder ${dataDir}`)()
  } catch (error) {
    throw error instanceof Error ? new Misconfigured(error.message) : error
  }
}
