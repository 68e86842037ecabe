// The right to ask Telegram for news: one process has it, and another soon after that one is gone.
import { growing, rest } from './pause.ts'
import type { Leases } from './ports.ts'

export type LeaseOn = {
  leases: Leases
  name: string
  holder: string
  /** Milliseconds: how long it lasts, and how often it is asked for. Together they are the longest that nobody has it. */
  ttl: number
  beat: number
  /** Done until `held` ends, because the lease is lost or is to be given back; `mine` ends only when it is lost. */
  work(held: AbortSignal, mine: AbortSignal): Promise<void>
  fault(error: unknown, where: string): void
}

export type Lease = {
  /** `unknown`: the books do not answer. */
  state(): 'mine' | 'elsewhere' | 'unknown'
  /** Resolves when the books have answered, or failed, for the first time. */
  asked: Promise<void>
  /** Ends the work; keeps the lease until it has ended. */
  stop(): Promise<void>
}

export function keepLease({ leases, name, holder, ttl, beat, work, fault }: LeaseOn): Lease {
  const stopping = new AbortController()
  const ended = new AbortController()
  const asked = Promise.withResolvers<void>()
  let state: 'mine' | 'elsewhere' | 'unknown' = 'unknown'
  let tenure: AbortController | null = null
  let working: Promise<void> = Promise.resolve()
  let until = 0
  let failures = 0

  const beating = (async () => {
    while (!ended.signal.aborted) {
      await ask()
      asked.resolve()
      await rest(failures > 0 ? growing(failures, beat / 2, beat) : beat, ended.signal)
    }
  })()

  async function ask(): Promise<void> {
    // From before the question: the books count from a later moment, so ours ends first.
    const from = performance.now()
    const answer = await inTime()
    if (answer === true) {
      until = from + ttl
      state = 'mine'
      begin()
    } else if (answer === false) {
      state = 'elsewhere'
      tenure?.abort()
      tenure = null
    } else if (state !== 'mine') state = 'unknown'
    failures = answer === null ? failures + 1 : 0
  }

  /** Null when the books failed, or took so long that the answer may be out of date. */
  async function inTime(): Promise<boolean | null> {
    const over = new AbortController()
    try {
      const answer = leases.hold(name, holder, ttl)
      const late = rest(ttl * 0.75, over.signal).then(() => null)
      // An answer that comes later is not waited for, and a failure is not left alone.
      answer.catch(() => {})
      return await Promise.race([answer, late])
    } catch (error) {
      // Once for each time that they are away.
      if (failures === 0) fault(error, 'lease')
      return null
    } finally {
      over.abort()
    }
  }

  function begin(): void {
    if (tenure || stopping.signal.aborted) return
    const mine = new AbortController()
    tenure = mine
    const held = AbortSignal.any([mine.signal, stopping.signal])
    const before = working
    working = (async () => {
      await before
      void watch(mine)
      await work(held, mine.signal).catch((error: unknown) => fault(error, 'lease'))
      mine.abort()
      if (tenure === mine) tenure = null
    })()
  }

  /** Ends the work in time when the lease could not be kept. */
  async function watch(mine: AbortController): Promise<void> {
    while (!mine.signal.aborted) {
      const left = until - performance.now()
      if (left <= 0) {
        mine.abort()
        if (tenure === mine) tenure = null
        if (state === 'mine') state = 'unknown'
      } else await rest(left, mine.signal)
    }
  }

  return {
    state: () => state,
    asked: asked.promise,
    async stop() {
      stopping.abort()
      await working
      tenure?.abort()
      ended.abort()
      await beating
      await leases.release(name, holder).catch((error: unknown) => fault(error, 'lease'))
      state = 'unknown'
    },
  }
}
