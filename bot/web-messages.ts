/** What was said to somebody, as messages of the web channel. */
import type { Outbox, Parcel } from '../db/store.ts'
import type { Address } from '../flows/core/ports.ts'
import type { Message, Reply } from '../flows/core/reply.ts'
import { render } from '../flows/notices/index.ts'
import type { Log } from './log.ts'

export type MessagesSince = (to: Address, seq: number, limit: number) => Promise<Message[]>

/**
 * Fewer than `limit` only where there are no more: whoever reads on by that would else stop before a parcel that cannot
 * be worded. Such a one is passed over, and delivery gives it up by and by.
 */
export const messagesSince =
  (outbox: Pick<Outbox, 'since'>, log: Pick<Log, 'error'>): MessagesSince =>
  async (to, seq, limit) => {
    const messages: Message[] = []
    let after = seq
    for (;;) {
      const wanted = limit - messages.length
      const parcels = await outbox.since(to, after, wanted)
      messages.push(...worded(parcels, log))
      const last = parcels.at(-1)
      if (!last || parcels.length < wanted || messages.length >= limit) return messages
      after = last.seq
    }
  }

function worded(parcels: Parcel[], log: Pick<Log, 'error'>): Message[] {
  return parcels.flatMap(({ id, seq, to, at, locale, content }) => {
    let reply: Reply
    try {
      reply = 'reply' in content ? content.reply : render(content.notice, locale)
    } catch (error) {
      log.error('a notice could not be worded', { error, parcel: id })
      return []
    }
    return [{ id, seq, to, at, locale, reply }]
  })
}
