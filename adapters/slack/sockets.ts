// The connections of Socket Mode: several, apart in time, so that one hears while Slack renews another. They come back for ever.
import { type ConnectBy, type Connection, connect } from './connection.ts'
import { growing, type SocketPace, wait } from './pace.ts'
import { faultOf, troubleOf } from './trouble.ts'

export type Sockets = {
  /** How many stand. */
  standing(): number
  /** Resolves when the first stands, or its first attempt has failed; the others come by themselves. */
  begin(): Promise<void>
  end(): Promise<void>
}

/** While the token of the app is refused there is no hurry. */
const REFUSED = 60_000
/** One that lasted so long was a good one: the next may be opened at once. */
const LASTED = 10_000

export function openSockets(
  by: Omit<ConnectBy, 'over'>,
  pace: SocketPace,
  fault: (error: unknown, where: string) => void,
): Sockets {
  let over = new AbortController()
  let keepers: Promise<void>[] = []
  const stand = new Set<Connection>()
  /** Those of them that Slack has not asked to make room. */
  const steady = new Set<Connection>()
  let opening: Promise<unknown> | null = null
  let openedAt = -Infinity
  let told = false

  /** Keeps one connection standing. `first` is called once the first attempt has ended. */
  async function keep(first: () => void, signal: AbortSignal): Promise<void> {
    const partings: Promise<void>[] = []
    let old: Connection | null = null
    for (let tries = 0; !signal.aborted; ) {
      await apart(signal)
      if (signal.aborted) break
      let pause = growing(pace.first, pace.most, tries)
      try {
        openedAt = performance.now()
        const attempt = connect({ ...by, over: signal })
        opening = attempt.catch(() => {})
        const one = await attempt.finally(() => {
          opening = null
        })
        stand.add(one)
        steady.add(one)
        void one.asked.then(() => steady.delete(one))
        void one.ended.then(() => forget(one))
        told = false
        first()
        if (old) partings.push(part(old, signal))
        old = null
        const began = performance.now()
        await Promise.race([one.asked, one.ended, aborted(signal)])
        if (stand.has(one)) old = one
        const lasted = performance.now() - began > LASTED
        tries = lasted ? 0 : tries + 1
        // Asked for a change, the next is opened beside it; where that happens again and again, somebody else has all the places.
        pause = tries <= 1 ? 0 : growing(pace.first, pace.most, tries)
      } catch (error) {
        tries += 1
        if (!told && !signal.aborted) fault(faultOf(error), 'socket')
        told = true
        if (troubleOf(error).hope === 'token') pause = Math.max(pause, Math.min(REFUSED, pace.most * 2))
        first()
      }
      if (pause > 0) await wait(pause, signal)
    }
    if (old) partings.push(part(old, signal))
    await Promise.all(partings)
    first()
  }

  function forget(one: Connection): void {
    steady.delete(one)
    stand.delete(one)
  }

  /** While another stands there is time. */
  async function apart(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (opening) {
        await opening
        continue
      }
      const left = openedAt + pace.apart - performance.now()
      if (left <= 0 || steady.size === 0) return
      await Promise.race([wait(left, signal), ...[...steady].flatMap(({ asked, ended }) => [asked, ended])])
    }
  }

  /** What is on its way may still arrive; then it is closed. */
  async function part(one: Connection, signal: AbortSignal): Promise<void> {
    await Promise.race([one.ended, wait(pace.parting, signal)])
    await one.close()
  }

  return {
    standing: () => stand.size,
    async begin() {
      over = new AbortController()
      const first = Promise.withResolvers<void>()
      const { signal } = over
      keepers = Array.from({ length: pace.connections }, (_, at) =>
        (at === 0 ? Promise.resolve() : first.promise).then(() => keep(first.resolve, signal)),
      )
      await first.promise
    },
    async end() {
      over.abort()
      await Promise.all(keepers)
      keepers = []
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}
