// The platform's time: dates by a clock that tests hold, waits in real time, shortened.

export type Time = {
  /** Milliseconds, by the clock. */
  now(): number
  /** As dates stand in messages. */
  seconds(): number
  /** Real milliseconds for a wait of so many seconds at the real platform. */
  wait(seconds: number): number
  pace: number
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function timeOf(clock: () => number, pace: number): Time {
  return {
    now: clock,
    seconds: () => Math.floor(clock() / 1000),
    wait: (seconds) => seconds * 1000 * pace,
    pace,
  }
}
