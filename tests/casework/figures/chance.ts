// Chance that is the same in every run.
export type Chance = ReturnType<typeof chance>

/** Mulberry32: small, and good enough to spread cases over a year. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (n: number): number => Math.floor(next() * n)
  return {
    /** 0 to n - 1. */
    upTo,
    between: (from: number, to: number): number => from + upTo(to - from + 1),
    /** True that often of a hundred. */
    percent: (n: number): boolean => next() * 100 < n,
    of: <T>(list: readonly T[]): T => {
      const one = list[upTo(list.length)]
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}
