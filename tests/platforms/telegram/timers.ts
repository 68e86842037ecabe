// Every wait of the fake, so that none outlives it.

export type Timers = {
  /** Does something later; what comes back takes it back. */
  after(ms: number, act: () => void): () => void
  /** Nothing more happens; what waits is done never. */
  stop(): void
}

export function newTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  let stopped = false
  return {
    after(ms, act) {
      if (stopped) return () => {}
      const timer = setTimeout(() => {
        running.delete(timer)
        act()
      }, ms)
      running.add(timer)
      return () => {
        running.delete(timer)
        clearTimeout(timer)
      }
    },
    stop() {
      stopped = true
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}
