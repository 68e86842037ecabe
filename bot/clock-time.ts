/** What time it is at the station: real time, and in a demonstration the way its clock was moved. */
import type { Admin } from '../db/store.ts'
import type { Instant } from '../flows/core/event.ts'

export type ClockTime = {
  now(): Instant
  /** Reads again how far the clock was moved; another process may have done it. */
  refresh(): Promise<void>
}

export async function openClockTime(
  admin: Pick<Admin, 'clockOffset'>,
  real: () => Instant = Date.now,
): Promise<ClockTime> {
  let offset = 0
  const refresh = async () => {
    offset = await admin.clockOffset()
  }
  await refresh()
  return { now: () => real() + offset, refresh }
}
