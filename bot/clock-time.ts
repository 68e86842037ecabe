/** What time it is at the station: real time, and in a demonstration the way its clock was moved. */
import type { Admin } from '../db/store.ts'
import type { Instant } from '../flows/core/event.ts'

export type ClockTime = {
  now(): Instant
  /** Reads again how far the clock was moved; another process may have done it. Nothing to read outside demonstrations. */
  refresh(): Promise<void>
}

export async function openClockTime(
  admin: Pick<Admin, 'clockOffset' | 'demo'>,
  real: () => Instant = Date.now,
): Promise<ClockTime> {
  const movable = await admin.demo()
  let offset = 0
  const refresh = async () => {
    if (movable) offset = await admin.clockOffset()
  }
  await refresh()
  return { now: () => real() + offset, refresh }
}
