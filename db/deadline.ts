// Waiting for the database, but not for ever: a frozen server answers nothing at all.
import { Unavailable } from '../flows/core/ports.ts'

/** Rejects with Unavailable after `ms`. What came of the work is then unknown; it is not stopped. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('the database does not answer')), ms)
  })
  // Whoever loses the race may still fail later, with nobody left to hear it.
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
