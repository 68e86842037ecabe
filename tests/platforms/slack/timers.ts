// What is to happen later, all of it dropped when the platform is stopped.

export type Timers = ReturnType<typeof newTimers>

export function newTimers() {
  const waiting = new Map<NodeJS.Timeout, () => void>()
  let stopped = false

  return {
    /** False when the platform was stopped meanwhile. */
    pass(ms: number): Promise<boolean> {
      if (stopped) return Promise.resolve(false)
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(timer)
          resolve(true)
        }, ms)
        waiting.set(timer, () => resolve(false))
      })
    },
    /** Races a promise against time; `late` when time wins. */
    async within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
      const over = Promise.withResolvers<'late'>()
      const timer = setTimeout(() => over.resolve('late'), ms)
      waiting.set(timer, () => over.resolve('late'))
      try {
        return await Promise.race([work, over.promise])
      } finally {
        clearTimeout(timer)
        waiting.delete(timer)
      }
    },
    stop() {
      stopped = true
      for (const [timer, drop] of waiting) {
        clearTimeout(timer)
        drop()
      }
      waiting.clear()
    },
  }
}
