// Sending: one attempt, whose outcome is told as exactly as it can be known.
import { type Receipt, Undelivered } from '../../flows/core/ports.ts'
import type { Message } from '../../flows/core/reply.ts'
import { addressOf, placeOf } from './address.ts'
import { bounded } from './bounded.ts'
import { arrived, markOf } from './earlier.ts'
import { uploaded } from './picture.ts'
import { type Post, render } from './render.ts'
import { directWith, type Room } from './room.ts'
import { troubleOf } from './trouble.ts'

type By = Pick<Room, 'api' | 'identity' | 'ports' | 'pace' | 'tongues' | 'directs' | 'fault'> & {
  wall(): number
}

/** The message that an edit is for is gone, or too old: there is nothing left to show anew. */
const GONE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'cant_edit',
  'is_inactive',
  'is_archived',
  'channel_not_found',
])
/** What the new message should stand below is gone: it stands by itself. */
const NO_THREAD = new Set([
  'thread_not_found',
  'invalid_thread_ts',
  'message_not_found',
  'cannot_reply_to_message',
])
const LATER = 5_000

export function openSending(by: By): (message: Message) => Promise<Receipt> {
  const { api, identity, ports, pace, tongues, directs, fault } = by
  /** The posts of a message that were taken, where a later one was not. */
  const begun = bounded<Map<number, string>>(1_000)

  return async (message) => {
    const began = performance.now()
    const place = placeOf(message.to)
    if (!place) throw new Undelivered('no_such_address', 'never')
    const self = identity.now()
    if (!self) throw new Undelivered('not_connected', ports.now() + LATER)
    if (place.team !== self.team) throw new Undelivered('another_workspace', 'never')
    if (!place.group) tongues.set(addressOf(place.team, place.id).id, message.locale)

    const { reply } = message
    const file = reply.kind === 'picture' ? await uploaded(by, reply.picture, reply.text) : null
    const posts = render(message, place.group, file)
    if (message.edits !== undefined) return edited(message.edits, posts)
    const channel = place.group ? place.id : await untaken(() => directWith(by, place.id))
    const thread = threadIn(message.thread, channel)
    const done = new Map(begun.get(message.id))
    if (message.again && done.size < posts.length)
      for (const [part, ts] of await before(message, channel, thread)) done.set(part, ts)
    for (const [part, post] of posts.entries()) {
      if (done.has(part)) continue
      // Whoever waits for the outcome gives up soon: better told that this part was not sent than not told at all.
      if (performance.now() - began > pace.sending) throw new Undelivered('slow', ports.now() + 1_000)
      const at = { channel, thread, part }
      done.set(part, await (file === null ? posted(message, post, at) : shownOrRead(message, post, at)))
      begun.set(message.id, done)
    }
    begun.delete(message.id)
    const last = done.get(posts.length - 1)
    return message.reply.kind === 'card' && last ? { ref: `${channel}/${last}` } : 'delivered'

    type At = { channel: string; thread: string | null; part: number }
    /** Slack may not take the picture after all; then the same is read in words, in as many posts as it has. */
    async function shownOrRead(message: Message, post: Post, at: At): Promise<string> {
      try {
        return await posted(message, post, at)
      } catch (error) {
        if (!(error instanceof Undelivered) || error.message !== 'invalid_blocks') throw error
        const [inWords] = render(message, place?.group ?? false)
        if (!inWords) throw error
        return await posted(message, inWords, at)
      }
    }

    async function posted({ id }: Message, { text, blocks }: Post, at: At): Promise<string> {
      const given = {
        channel: at.channel,
        text,
        blocks,
        metadata: markOf(id, at.part),
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      }
      try {
        const { ts } = await api.chat.postMessage(
          at.thread === null ? given : { ...given, thread_ts: at.thread },
        )
        return ts ?? ''
      } catch (error) {
        const { why } = troubleOf(error)
        if (at.thread !== null && NO_THREAD.has(why))
          return await posted(message, { text, blocks }, { ...at, thread: null })
        if (place && why === 'channel_not_found') directs.delete(place.id)
        throw undelivered(error)
      }
    }
  }

  /** The last post of a card is the one with its buttons, and the one that its receipt names. */
  async function edited(ref: string, posts: readonly Post[]): Promise<Receipt> {
    const [channel = '', ts = ''] = ref.split('/')
    const post = posts.at(-1)
    if (!channel || !ts || !post) return 'delivered'
    try {
      await api.chat.update({ channel, ts, text: post.text, blocks: post.blocks })
    } catch (error) {
      if (!GONE.has(troubleOf(error).why)) throw undelivered(error)
    }
    return 'delivered'
  }

  /** What an earlier attempt has brought there. */
  async function before(
    { id, at }: Pick<Message, 'id' | 'at'>,
    channel: string,
    thread: string | null,
  ): Promise<Map<number, string>> {
    // A demonstration's clock runs ahead, ever more; so nothing was said before this.
    const since = at - Math.max(0, ports.now() - by.wall())
    try {
      const found = await arrived(api, id, { channel, thread, since })
      // Where what it should stand below is gone, it stood by itself.
      return found.size > 0 || thread === null
        ? found
        : await arrived(api, id, { channel, thread: null, since })
    } catch (error) {
      const { why } = troubleOf(error)
      if (thread !== null && NO_THREAD.has(why)) return before({ id, at }, channel, null)
      // Without the right to look, a repetition is the lesser harm.
      if (why !== 'missing_scope') throw untakenBy(error)
      fault(new Error('slack: missing_scope for conversations.history'), 'send')
      return new Map()
    }
  }

  async function untaken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw untakenBy(error)
    }
  }

  /** Nothing of the message itself had been sent: what is unknown of the call is not unknown of the message. */
  function untakenBy(error: unknown): Undelivered {
    const made = undelivered(error)
    return made.retryAt === 'unknown' ? new Undelivered(made.message, ports.now() + LATER) : made
  }

  function undelivered(error: unknown): Undelivered {
    const { why, hope, after = LATER } = troubleOf(error)
    switch (hope) {
      case 'refused':
        return new Undelivered(why, 'never')
      case 'unknown':
        return new Undelivered(why, 'unknown')
      case 'token':
        identity.lost()
        return new Undelivered(why, ports.now() + 60_000)
      case 'later':
        return new Undelivered(why, ports.now() + after)
    }
  }
}

/** A thread belongs to its channel; what stands elsewhere cannot be stood below. */
function threadIn(receipt: string | undefined, channel: string): string | null {
  const [where, ts] = receipt?.split('/') ?? []
  return where === channel && ts ? ts : null
}
