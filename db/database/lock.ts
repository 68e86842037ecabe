// One process at a time: two on one embedded database destroy it without a word.
import { DatabaseSync } from 'node:sqlite'

/** What SQLite answers when somebody else has the lock. */
const BUSY = 5

/** Locks until released, or until this process ends in whatever way. Throws one sentence at once when that cannot be. */
export function lockFile(path: string, what: string): () => void {
  const file = new DatabaseSync(path, { open: false })
  try {
    file.open()
    // The kernel frees the lock with the process, however it dies.
    file.exec('pragma busy_timeout = 0; pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    if (file.isOpen) file.close()
    throw new Error(
      isBusy(error)
        ? `${what} is in use by another process: stop that one first, or set DATA_DIR to another folder.`
        : `${what} cannot be locked: make it a folder that this user can write.`,
    )
  }
  return () => {
    if (file.isOpen) file.close()
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === BUSY
