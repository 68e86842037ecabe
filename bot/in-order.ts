/** Work for one key is done one after another, for different keys at once; what waits is bounded. */

export type InOrder = {
  /** Runs `work` after everything given before under the same key; null when too much is waiting already. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> | null
  /** How much was given and has not ended. */
  underWay(): number
  /** Resolves once nothing is under way. */
  idle(): Promise<void>
}

export function inOrder({ perKey = 50, inAll = 2_000 } = {}): InOrder {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()
  let total = 0
  let waiters: (() => void)[] = []

  function left(key: string, line: { length: number }): void {
    total--
    line.length--
    if (line.length === 0) lines.delete(key)
    if (total > 0) return
    for (const wake of waiters) wake()
    waiters = []
  }

  return {
    run<T>(key: string, work: () => Promise<T>): Promise<T> | null {
      const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 }
      if (line.length >= perKey || total >= inAll) return null
      total++
      line.length++
      const done = line.last.then(work)
      // What follows must not fail because of what went before.
      line.last = done.then(
        () => left(key, line),
        () => left(key, line),
      )
      lines.set(key, line)
      return done
    },
    underWay: () => total,
    idle: () => (total === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiters.push(resolve))),
  }
}
