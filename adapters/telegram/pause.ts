// Waiting, a little longer each time, and never past the end.
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds before the next try after so many failures. */
export const growing = (failures: number, first: number, most: number): number =>
  Math.min(first * 2 ** Math.min(Math.max(failures - 1, 0), 20), most)

/** Resolves after `ms`, or at once when `signal` ends the waiting. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  // It only rejects when it is ended early, which is no failure.
  await wait(Math.max(0, ms), undefined, { signal }).catch(() => {})
}

/** Resolves with the work, or after `ms` without it; the work goes on. */
export async function atMost(work: Promise<unknown>, ms: number): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, rest(ms, over.signal)])
  over.abort()
}
