/** Moving a demonstration's clock: from one due row to the next, so that months replay in their order. */
import type { Admin, Dues } from '../db/store.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Swept } from './clock.ts'
import type { ClockTime } from './clock-time.ts'
import { Refusal } from './refusal.ts'

export type AdvanceOn = {
  admin: Pick<Admin, 'advanceClock' | 'demo'>
  dues: Pick<Dues, 'next'>
  time: ClockTime
  /** Does everything that is due now. */
  sweep(): Promise<Swept>
  /** Waits until what was posted has gone out, so that it does not go out days later by the moved clock. */
  drained(): Promise<void>
}

/** `steps` is the number of stops on the way. `failed` rows were left for later. */
export type Advanced = { now: Instant; steps: number; failed: number }

/** The farthest a clock is moved at once: two years of milliseconds. */
export const FARTHEST = 2 * 365 * 86_400_000
/** When a row stays due, the clock goes on in steps of this until the row is done or the target reached. */
const STRIDE = 3_600_000

/** Moves the clock forward by `ms`. Throws Refusal where the database is not a demonstration's. */
export async function advance(on: AdvanceOn, ms: number): Promise<Advanced> {
  if (!(await on.admin.demo()))
    throw new Refusal('Only the clock of a demonstration can be moved; this database keeps real cases.')
  if (!Number.isSafeInteger(ms) || ms <= 0 || ms > FARTHEST)
    throw new Refusal('The clock moves forward only, and by two years at most.')
  await on.time.refresh()
  const target = on.time.now() + ms
  let failed = 0
  let steps = 0
  const settle = async () => {
    failed += (await on.sweep()).failed
    await on.drained()
  }
  const move = async (to: Instant) => {
    const by = Math.ceil(to - on.time.now())
    if (by > 0) await on.admin.advanceClock(by)
    await on.time.refresh()
    steps++
  }
  await settle()
  for (let next = await on.dues.next(); next !== null && next < target; next = await on.dues.next()) {
    const now = on.time.now()
    if (now >= target) break
    await move(next > now ? next : Math.min(now + STRIDE, target))
    await settle()
  }
  if (on.time.now() < target) {
    await move(target)
    await settle()
  }
  return { now: on.time.now(), steps, failed }
}
