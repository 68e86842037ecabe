// How much one person, or one network, may send. A bucket fills steadily and each request takes one from it.

/** `size` requests at once, and `size` more in each `per` milliseconds. */
export type Rate = { size: number; per: number }

export type Limit = {
  /** Zero when it may go now, else how many seconds to wait. `now` is any clock in milliseconds that does not jump. */
  take(key: string, now: number): number
  /** How long it would wait now, with nothing taken: for what is counted only once it has turned out unwelcome. */
  waits(key: string, now: number): number
}

const MINUTE = 60_000

/** Whoever taps through a form taps once a second. A village may share one network address, so a network may send more than a person. */
export const RATES = {
  message: { each: { size: 60, per: MINUTE }, network: { size: 600, per: MINUTE } },
  file: { each: { size: 12, per: MINUTE }, network: { size: 60, per: MINUTE } },
  read: { each: { size: 240, per: MINUTE }, network: { size: 2_400, per: MINUTE } },
  arrival: { size: 60, per: MINUTE },
  signIn: { size: 5, per: 10 * MINUTE },
}
export type Rates = typeof RATES

/** Both must let it pass: the person's own bucket and the network's. Seconds to wait, or zero. */
export type Gate = (person: string, network: string, now: number) => number
export type Limits = { message: Gate; file: Gate; read: Gate; arrival: Limit; signIn: Limit }

export const limits = (rates: Rates = RATES): Limits => ({
  message: gate(rates.message),
  file: gate(rates.file),
  read: gate(rates.read),
  arrival: limit(rates.arrival),
  signIn: limit(rates.signIn),
})

function gate({ each, network }: { each: Rate; network: Rate }): Gate {
  const own = limit(each)
  const shared = limit(network)
  return (person, from, now) => own.take(person, now) || shared.take(from, now)
}

type Bucket = { left: number; at: number }

/** Holds at most `most` keys; the one unused for longest is forgotten first. */
export function limit({ size, per }: Rate, most = 20_000): Limit {
  const buckets = new Map<string, Bucket>()
  function leftIn(key: string, now: number): number {
    const last = buckets.get(key)
    return last ? Math.min(size, last.left + (Math.max(0, now - last.at) / per) * size) : size
  }
  const wait = (left: number): number =>
    left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * per) / size / 1_000))
  return {
    take(key, now) {
      const left = leftIn(key, now)
      const waits = wait(left)
      buckets.delete(key)
      buckets.set(key, { left: waits ? left : left - 1, at: now })
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!)
      return waits
    },
    waits: (key, now) => wait(leftIn(key, now)),
  }
}

/** One after the other with the same key, and at most `most` that wait or work; null when there are more. */
export function openQueue(most: number) {
  const queues = new Map<string, { last: Promise<unknown>; length: number }>()
  return async <T>(key: string, work: () => Promise<T>): Promise<T | null> => {
    const queue = queues.get(key) ?? { last: Promise.resolve(), length: 0 }
    if (queue.length >= most) return null
    queue.length += 1
    queues.set(key, queue)
    const done = queue.last.then(work)
    queue.last = done.catch(() => {})
    try {
      return await done
    } finally {
      queue.length -= 1
      if (queue.length === 0) queues.delete(key)
    }
  }
}

/** Room for `most` things at once, `each` of them with one key. */
export function openSlots(most: number, each: number) {
  const taken = new Map<string, number>()
  let all = 0
  return {
    /** False when there is no room. */
    take(key: string): boolean {
      const own = taken.get(key) ?? 0
      if (all >= most || own >= each) return false
      all += 1
      taken.set(key, own + 1)
      return true
    },
    give(key: string): void {
      const own = taken.get(key) ?? 0
      if (own > 1) taken.set(key, own - 1)
      else taken.delete(key)
      all -= 1
    },
  }
}
