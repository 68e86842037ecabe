// What goes wrong between a bot and a platform: a plan that the fake platforms follow, the same for the same seed.
import type { ServerResponse } from 'node:http'

export type Fault =
  | { kind: 'none' }
  /** Refused with a time to wait, in seconds; nothing is done. */
  | { kind: 'tooMany'; retryAfter: number }
  /** 500 in the platform's own words; nothing is done. */
  | { kind: 'serverError' }
  /** 502 from a proxy in front of the platform, in HTML; nothing is done. */
  | { kind: 'htmlError' }
  /** The work is done, and the connection breaks before the answer. */
  | { kind: 'acceptedThenReset' }
  /** The connection breaks before anything is done. */
  | { kind: 'resetBefore' }
  /** The connection stands and nothing ever comes; with `works` the work was done all the same. */
  | { kind: 'halfOpen'; works?: boolean }
  /** The work is done, and the answer comes late. */
  | { kind: 'stall'; ms: number }
  /** Of what the platform pushes: it comes more than once. */
  | { kind: 'duplicate' }
  /** Of what the platform pushes: something later comes first. */
  | { kind: 'reorder' }

export type FaultKind = Exclude<Fault['kind'], 'none'>

/** `push`: the platform brings something to the bot. Otherwise the bot calls the platform. */
export type Call = { method: string; side?: 'call' | 'push' }

/** A fault for calls to come: of one method or of any, `times` of them, after letting `after` of them pass. */
export type Scripted = { fault: Fault; method?: string; times?: number; after?: number }

export type FaultPlan = {
  seed: number
  /** What happens to this call. Faults that were queued come first, in their order; then chance decides. */
  next(call: Call): Fault
  queue(fault: Fault, where?: Omit<Scripted, 'fault'>): void
  /** Nothing goes wrong from now on. */
  calm(): void
  /** A number in [0, 1) that only the seed and the name's earlier draws decide. */
  chance(name: string): number
  /** How often each fault has been handed out: a storm that never blew proves nothing. */
  given(): Partial<Record<FaultKind, number>>
}

export type FaultSettings = {
  seed?: number
  /** How likely each fault is, at every call that it fits. */
  rates?: Partial<Record<FaultKind, number>>
  script?: readonly Scripted[]
  /** For faults that chance brings: seconds to wait when there were too many calls, milliseconds to stall. */
  retryAfter?: number
  stallMs?: number
}

export function faultPlan(settings: FaultSettings = {}): FaultPlan {
  const { seed = newSeed(), retryAfter = 1, stallMs = 200 } = settings
  let rates = Object.entries(settings.rates ?? {}) as [FaultKind, number][]
  let queued = (settings.script ?? []).map((scripted) => waiting(scripted))
  // One source for each name: calls of different methods may come in any order without changing each other's luck.
  const sources = new Map<string, () => number>()
  const given: Partial<Record<FaultKind, number>> = {}

  const chance = (name: string): number => {
    const source = sources.get(name) ?? randomFrom(seed ^ hashOf(name))
    sources.set(name, source)
    return source()
  }

  return {
    seed,
    chance,
    next(call) {
      const fault = fromQueue(call) ?? byChance(call)
      if (fault.kind !== 'none') given[fault.kind] = (given[fault.kind] ?? 0) + 1
      return fault
    },
    queue(fault, where = {}) {
      queued.push(waiting({ fault, ...where }))
    },
    calm() {
      queued = []
      rates = []
    },
    given: () => ({ ...given }),
  }

  function fromQueue(call: Call): Fault | undefined {
    for (const one of queued) {
      if (one.method !== undefined && one.method !== call.method) continue
      if (!fits(one.fault.kind, call)) continue
      if (one.after-- > 0) continue
      if (--one.times === 0) queued = queued.filter((other) => other !== one)
      return one.fault
    }
    return undefined
  }

  function byChance(call: Call): Fault {
    const possible = rates.filter(([kind]) => fits(kind, call))
    if (possible.length === 0) return { kind: 'none' }
    let drawn = chance(`${call.side ?? 'call'} ${call.method}`)
    for (const [kind, rate] of possible) {
      if (drawn < rate) return ofKind(kind)
      drawn -= rate
    }
    return { kind: 'none' }
  }

  function ofKind(kind: FaultKind): Fault {
    if (kind === 'tooMany') return { kind, retryAfter }
    if (kind === 'stall') return { kind, ms: stallMs }
    return { kind }
  }
}

/** A seed for a run that did not name one; print it, so that the run can be had again. */
export function newSeed(): number {
  return Math.trunc(Math.random() * 0x7fff_ffff)
}

/** Numbers in [0, 1), always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

export type Answer = { status: number; headers?: Record<string, string>; body: string | Uint8Array }

/** How a platform does one call, and how it says no. */
export type Answers = {
  work(): Answer | Promise<Answer>
  tooMany(retryAfter: number): Answer
  serverError(): Answer
}

/**
 * What became of a call. `ambiguous`: the work was done, and whoever called cannot know. `refused`: nothing was done.
 * It resolves when the answer has left, or never can.
 */
export type Outcome = 'answered' | 'ambiguous' | 'refused'

/** Does a call as the fault wants it and answers, or does not. */
export async function applyFault(fault: Fault, response: ServerResponse, answers: Answers): Promise<Outcome> {
  switch (fault.kind) {
    case 'tooMany':
      return refused(await answered(response, answers.tooMany(fault.retryAfter)))
    case 'serverError':
      return refused(await answered(response, answers.serverError()))
    case 'htmlError':
      return refused(await answered(response, BAD_GATEWAY))
    case 'acceptedThenReset':
      await answers.work()
      response.socket?.destroy()
      return 'ambiguous'
    case 'resetBefore':
      response.socket?.destroy()
      return 'refused'
    case 'halfOpen':
      if (fault.works) await answers.work()
      await gone(response)
      return fault.works ? 'ambiguous' : 'refused'
    case 'stall': {
      const answer = await answers.work()
      await passed(fault.ms, response)
      return answered(response, answer)
    }
    case 'none':
    case 'duplicate':
    case 'reorder':
      return answered(response, await answers.work())
  }
}

const BAD_GATEWAY: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
}

/** Writes an answer whole; `ambiguous` when whoever asked has gone before. */
function answered(response: ServerResponse, answer: Answer): Promise<Outcome> {
  if (response.destroyed || response.closed) return Promise.resolve('ambiguous')
  return new Promise((resolve) => {
    response.once('finish', () => resolve('answered'))
    response.once('close', () => resolve('ambiguous'))
    const body = Buffer.from(answer.body)
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'content-length': body.length,
      ...answer.headers,
    })
    response.end(body)
  })
}

const refused = (_: Outcome): Outcome => 'refused'

function gone(response: ServerResponse): Promise<void> {
  if (response.destroyed || response.closed) return Promise.resolve()
  return new Promise((resolve) => response.once('close', () => resolve()))
}

/** The time passes, or whoever waits goes away; no timer outlives the connection. */
function passed(ms: number, response: ServerResponse): Promise<void> {
  if (response.destroyed || response.closed) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      response.off('close', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    response.once('close', done)
  })
}

/** Duplicates and disorder are of what the platform pushes; all else is of what the bot calls. */
function fits(kind: Fault['kind'], { side = 'call' }: Call): boolean {
  return (kind === 'duplicate' || kind === 'reorder') === (side === 'push')
}

function waiting({ fault, method, times = 1, after = 0 }: Scripted) {
  return { fault, method, times, after }
}

/** FNV-1a: any name becomes a number. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const unit of name) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
