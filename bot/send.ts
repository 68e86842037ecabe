/** One parcel to its platform, and what came of it. Never throws. */
import type { Name, Parcel } from '../db/store.ts'
import type { Instant, Locale } from '../flows/core/event.ts'
import { type Channel, Moved, type Receipt, Undelivered } from '../flows/core/ports.ts'
import type { Message, Reply } from '../flows/core/reply.ts'
import type { Notice } from '../flows/notices/notice.ts'
import { LATE, within } from './patience.ts'
import { troubleOf } from './trouble.ts'

/** `why` is a code or a platform's own phrase, never what a person wrote. */
export type Sent =
  | { kind: 'delivered'; ref?: string }
  | { kind: 'waiting' }
  | { kind: 'moved'; to: string }
  | { kind: 'retry'; at: Instant; why: string }
  | { kind: 'dead' | 'unknown'; why: string; error?: unknown }

export type SendBy = {
  channels: ReadonlyMap<string, Pick<Channel, 'send'>>
  render: (notice: Notice, locale: Locale) => Reply
  /** A card that was sent earlier, as its case stands now. */
  renderRevised: (notice: Notice, locale: Locale, state: Name) => Reply
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
    reply = worded(parcel, by)
  } catch (error) {
    if (parcel.attempts >= WORDINGS) return { kind: 'dead', why: 'could not be worded', error }
    return again(parcel, by.now(), 'could not be worded')
  }
  const message = messageOf(parcel, reply)
  try {
    const receipt = await within(by.patience, channel.send(message))
    return receipt === LATE ? { kind: 'unknown', why: 'no answer in time' } : taken(receipt, message.edits)
  } catch (error) {
    return refused(parcel, by.now(), error)
  }
}

function worded({ content, locale }: Parcel, by: SendBy): Reply {
  if ('reply' in content) return content.reply
  const { notice, revises } = content
  return revises ? by.renderRevised(notice, locale, revises.state) : by.render(notice, locale)
}

function messageOf({ id, seq, to, at, locale, content, thread, again }: Parcel, reply: Reply): Message {
  const edits = 'notice' in content ? content.revises?.ref : undefined
  return {
    id,
    seq,
    to,
    at,
    locale,
    reply,
    ...(edits === undefined ? {} : { edits }),
    ...(edits === undefined && thread !== null ? { thread } : {}),
    ...(again ? { again } : {}),
  }
}

/** What was shown anew keeps its name. */
function taken(receipt: Receipt, edits: string | undefined): Sent {
  if (receipt === 'waiting') return { kind: receipt }
  const ref = edits ?? (receipt === 'delivered' ? undefined : receipt.ref)
  return { kind: 'delivered', ...(ref !== undefined && { ref }) }
}

/** How long after so many tries the next one may be, growing from a second to an hour. */
export const pause = (tries: number): number => Math.min(SECOND * 2 ** Math.min(tries - 1, 20), HOUR)

function refused(parcel: Parcel, now: Instant, error: unknown): Sent {
  if (error instanceof Moved)
    // One that moves to where it is goes nowhere.
    return error.to === parcel.to.id ? again(parcel, now, 'moved nowhere') : { kind: 'moved', to: error.to }
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
