/** Whether the machine itself works: channels that hear or take nothing, and messages that are kept too late (W20). */
import type { Machine } from '../db/store.ts'
import { defaultRulebook } from '../flows/casework/rulebook.ts'
import type { TroubleKind } from '../flows/casework/warnings/types.ts'
import { w20 } from '../flows/casework/warnings/w20.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Channel } from '../flows/core/ports.ts'
import type { Log } from './log.ts'
import type { Sent } from './send.ts'

export type MachineWatch = {
  /** What came of one send. */
  sent(channel: string, sent: Sent): void
  /** So many milliseconds after it came in something heard was kept. */
  kept(channel: string, ms: number): void
  /** Looks once; resolves when what is to be told is in the books. */
  look(): Promise<void>
  stop(): void
}

export type MachineOn = {
  machine: Machine
  channels: readonly Pick<Channel, 'name' | 'hears'>[]
  now(): Instant
  log: Log
  /** Milliseconds between two looks, and a clock that nobody moves. */
  every?: number
  real?: () => number
}

/** Kept later than this is too late. */
const LAG = 60_000

export function watchMachine(on: MachineOn): MachineWatch {
  const { machine, channels, log, every = 15_000, real = () => performance.now() } = on
  /** `channel:kind`, and since when by the real clock; those that are over; those that were told of. */
  const since = new Map<string, number>()
  const over = new Set<string>()
  const told = new Set<string>()
  let looking: Promise<void> = Promise.resolve()

  const begin = (channel: string, kind: TroubleKind, at = real()): void => {
    const about = `${channel}:${kind}`
    over.delete(about)
    if (!since.has(about)) since.set(about, at)
  }
  const mend = (channel: string, ...kinds: TroubleKind[]): void => {
    for (const kind of kinds) if (since.has(`${channel}:${kind}`)) over.add(`${channel}:${kind}`)
  }

  async function whole(): Promise<void> {
    for (const { name, hears } of channels) hears() ? mend(name, 'deaf') : begin(name, 'deaf')
    const now = on.now()
    const mended = [...over]
    const troubles = [...since]
      .filter(([about]) => !over.has(about))
      .map(([about, at]) => {
        const [channel = '', kind] = about.split(':')
        // The station's clock may have been moved meanwhile, in a demonstration.
        return { channel, kind: kind as TroubleKind, since: now - (real() - at) }
      })
    const standing = w20.rule({ troubles }, now, defaultRulebook)
    const news = standing.filter(({ slot }) => !told.has(slot))
    const better = mended.filter((about) => [...told].some((slot) => slot.startsWith(`${about}:`)))
    for (const { about } of news) log.warn('the machine has a fault', { what: about })
    if (news.length > 0 || better.length > 0) await machine.troubles({ troubles, mended: better }, now)
    for (const { slot } of news) told.add(slot)
    for (const about of mended) {
      since.delete(about)
      over.delete(about)
      for (const slot of told) if (slot.startsWith(`${about}:`)) told.delete(slot)
    }
  }

  const look = () => {
    looking = looking
      .then(whole)
      .catch((error: unknown) => log.error('a fault of the machine was not written down', { error }))
    return looking
  }
  const timer = setInterval(() => void look(), every)
  timer.unref()
  return {
    sent(channel, sent) {
      if (sent.kind === 'delivered') mend(channel, 'token', 'quota', 'send')
      else if (sent.kind === 'retry') begin(channel, kindOf(sent.why))
    },
    kept(channel, ms) {
      if (ms > LAG) begin(channel, 'lag', real() - ms)
      // One that came late is told of, however quick the next one is.
      else if ([...told].some((slot) => slot.startsWith(`${channel}:lag:`))) mend(channel, 'lag')
    },
    look,
    stop: () => clearInterval(timer),
  }
}

/** By the codes of the adapters; what concerns one receiver alone is given up and comes as `dead`. */
export function kindOf(why: string): TroubleKind {
  if (/^telegram 40[14]\b|^(invalid_auth|not_authed|token_revoked|token_expired|account_inactive)$/.test(why))
    return 'token'
  if (/^telegram 429\b|^(ratelimited|rate_limited|message_limit_exceeded)$/.test(why)) return 'quota'
  return 'send'
}
