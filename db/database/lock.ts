// One process at a time: two on one embedded database destroy it without a word.
import { DatabaseSync } from 'node:sqlite'

/** Locks until released, or until this process ends in whatever way. Throws one sentence at once when somebody has it. */
export function lockFile(path: string, what: string): () => void {
  const file = new DatabaseSync(path)
  try {
    // The kernel frees the lock with the process, however it dies.
    file.exec('pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive')
  } catch {
    file.close()
    throw new Error(`${what} is in use by another process; only one may have it open.`)
  }
  return () => {
    file.close()
  }
}
