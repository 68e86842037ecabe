import type { Event, Instant, Locale } from './event.ts'
import type { Message } from './reply.ts'

/** Someone on some channel. */
export type Address = { channel: string; id: string }

/** One thing heard on a channel. `id` is the platform's own, so that a redelivery is recognised. */
export type Inbound = {
  id: string
  from: Address
  at: Instant
  locale?: Locale
  event: Event
  /** What the platform calls the message itself: its correction names the same. */
  ref?: string
  /** Pictures sent together come one by one under the same name; they are heard together. */
  album?: string
}

/**
 * Hands something heard to the desk. Resolves once it is committed, and only then may the platform be told so;
 * rejects with Unavailable when it was not kept and should be sent again.
 */
export type Hear = (inbound: Inbound) => Promise<void>

/**
 * What a channel lets the desk send when the person has not just written. `window`: only so long after their last message,
 * in hours; with `grants` also once for each permission that they gave beforehand. `never`: only answers.
 */
export type Allowance =
  | { kind: 'always' }
  | { kind: 'window'; hours: number; grants: boolean }
  | { kind: 'never' }

/** A messaging platform. Everything it must do, and all it may know. */
export type Channel = {
  name: string
  open(hear: Hear): Promise<void>
  /** Makes one attempt. Throws Undelivered or Moved, and nothing else, when the platform will not take it. */
  send(message: Message): Promise<Receipt>
  /** True while it can hear. */
  hears(): boolean
  close(): Promise<void>
}

/**
 * `delivered`: the platform took it. `waiting`: it lies ready, and the person's side will fetch and acknowledge it.
 * `ref` is what the platform calls a message that it took and that can be changed later; it holds nothing personal.
 */
export type Receipt = 'delivered' | 'waiting' | { ref: string }

/** The platform will not take a message. `unknown`: it may or may not have arrived. */
export class Undelivered extends Error {
  readonly retryAt: Instant | 'never' | 'unknown'
  constructor(why: string, retryAt: Instant | 'never' | 'unknown', cause?: unknown) {
    super(why, { cause })
    this.name = 'Undelivered'
    this.retryAt = retryAt
  }
}

/** The platform took nothing: the receiver has another id on this channel now, and the message is to go there. */
export class Moved extends Error {
  readonly to: string
  constructor(to: string) {
    super('the receiver has moved')
    this.name = 'Moved'
    this.to = to
  }
}

/** Not kept: the platform should send it again. `retryAfter` in seconds. */
export class Unavailable extends Error {
  readonly retryAfter: number
  constructor(why: string, retryAfter = 5, cause?: unknown) {
    super(why, { cause })
    this.name = 'Unavailable'
    this.retryAfter = retryAfter
  }
}
