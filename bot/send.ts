/** One parcel to its platform, and what came of it. Never throws. */
import type { Parcel } from '../db/store.ts'
import type { Instant, Locale } from '../flows/core/event.ts'
import { type Channel, Undelivered } from '../flows/core/ports.ts'
import type { Reply } from '../flows/core/reply.ts'
import type { Notice } from '../flows/notices/notice.ts'
import { LATE, within } from './patience.ts'
import { troubleOf } from './trouble.ts'

/** `why` is a code or a platform's own phrase, never what a person wrote. */
export type Sent =
  | { kind: 'delivered' | 'waiting' }
  | { kind: 'retry'; at: Instant; why: string }
  | { kind: 'dead' | 'unknown'; why: string; error?: unknown }

export type SendBy = {
  channels: ReadonlyMap<string, Pick<Channel, 'send'>>
  render: (notice: Notice, locale: Locale) => Reply
  now(): Instant
  /** How long a platform may take, in milliseconds; afterwards nobody knows whether the message arrived. */
  patience: number
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR
/** A message is given up when it was refused this often and is older than a day, or could not be worded so often. */
const LEAST_TRIES = 8
const WORDINGS = 3

export async function send(parcel: Parcel, by: SendBy): Promise<Sent> {
  const channel = by.channels.get(parcel.to.channel)
  if (!channel) return again(parcel, by.now(), 'no such channel here')
  let reply: Reply
  try {
    reply = 'reply' in parcel.content ? parcel.content.reply : by.render(parcel.content.notice, parcel.locale)
  } catch (error) {
    if (parcel.attempts >= WORDINGS) return { kind: 'dead', why: 'could not be worded', error }
    return again(parcel, by.now(), 'could not be worded')
  }
  const { id, seq, to, at } = parcel
  try {
    const receipt = await within(by.patience, channel.send({ id, seq, to, at, reply }))
    return receipt === LATE ? { kind: 'unknown', why: 'no answer in time' } : { kind: receipt }
  } catch (error) {
    return refused(parcel, by.now(), error)
  }
}

/** How long after so many tries the next one may be, growing from a second to an hour. */
export const pause = (tries: number): number => Math.min(SECOND * 2 ** Math.min(tries - 1, 20), HOUR)

function refused(parcel: Parcel, now: Instant, error: unknown): Sent {
  // A channel throws nothing else, so this is a mistake of ours, and the message may have gone out before it.
  if (!(error instanceof Undelivered)) return { kind: 'unknown', why: troubleOf(error).error, error }
  if (error.retryAt === 'never') return { kind: 'dead', why: error.message, error }
  if (error.retryAt === 'unknown') return { kind: 'unknown', why: error.message, error }
  return again(parcel, now, error.message, error.retryAt)
}

/** Not before the platform says, and not in a hot circle where it says nothing useful. */
function again(parcel: Parcel, now: Instant, why: string, notBefore: Instant = now): Sent {
  if (parcel.attempts >= LEAST_TRIES && now - parcel.at > DAY) return { kind: 'dead', why }
  return { kind: 'retry', at: Math.max(notBefore, now + pause(parcel.attempts)), why }
}
