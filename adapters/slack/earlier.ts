// Whether an earlier attempt arrived after all: Slack's own books are asked for a message with our mark on it.
import type { Instant } from '../../flows/core/event.ts'
import type { Api } from './api.ts'

export const MARK = 'maple_bridge'

/** The mark of one post of a message; a long message has several. */
export const markOf = (message: string, part: number) => ({
  event_type: MARK,
  event_payload: { message, part },
})

/** Clocks differ by less. */
const EARLIER = 300
const PAGES = 5
const PAGE = 200

export type Where = { channel: string; thread: string | null; since: Instant }

/** The stamps of its posts that are there, by their part. Rejects as the API does. */
export async function arrived(
  api: Api,
  message: string,
  { channel, thread, since }: Where,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const oldest = String(Math.max(0, Math.floor(since / 1_000) - EARLIER))
  const asked = { channel, oldest, limit: PAGE, include_all_metadata: true, inclusive: true }
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const more = { ...asked, ...(cursor && { cursor }) }
    const answer = await (thread === null
      ? api.conversations.history(more)
      : api.conversations.replies({ ...more, ts: thread }))
    for (const { ts, metadata } of answer.messages ?? []) {
      const part = partOf(metadata, message)
      if (ts && part !== null) found.set(part, ts)
    }
    cursor = answer.response_metadata?.next_cursor || undefined
    if (!cursor) break
  }
  return found
}

function partOf(metadata: unknown, message: string): number | null {
  if (typeof metadata !== 'object' || metadata === null) return null
  const { event_type, event_payload } = metadata as { event_type?: unknown; event_payload?: unknown }
  if (event_type !== MARK || typeof event_payload !== 'object' || event_payload === null) return null
  const { message: of, part } = event_payload as { message?: unknown; part?: unknown }
  return of === message && typeof part === 'number' ? part : null
}
