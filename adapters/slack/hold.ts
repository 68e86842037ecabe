// Presses and commands, which Slack brings once: tried again until they are kept, and whoever pressed is told when they were not.
import { Unavailable } from '../../flows/core/ports.ts'
import { plainText } from './blocks.ts'
import type { Acted } from './hear.ts'
import { type Pace, wait } from './pace.ts'
import { directWith, type Room } from './room.ts'
import { faultOf } from './trouble.ts'
import { wordsIn } from './words.ts'

export type Hold = {
  /** Whether it was kept; resolves late where the books are away for minutes. */
  keep(acted: Acted): Promise<boolean>
  /** Nothing is tried again from now on; what is under way ends by itself. */
  letGo(): void
  begin(): void
}

export function openHold(
  room: Pick<Room, 'api' | 'directs' | 'hear' | 'fault' | 'tongues'>,
  pauses: Pace['again'],
): Hold {
  let over = new AbortController()

  async function keep(acted: Acted): Promise<boolean> {
    const { signal } = over
    for (const pause of [...pauses, null]) {
      try {
        await room.hear(acted.inbound)
        return true
      } catch (error) {
        if (!(error instanceof Unavailable)) room.fault(error, 'act')
      }
      if (pause === null || signal.aborted) break
      await wait(pause, signal)
      // Closing: a last attempt would only meet a desk that hears no more.
      if (signal.aborted) break
    }
    await tell(acted).catch((error: unknown) => room.fault(faultOf(error), 'not taken'))
    return false
  }

  async function tell({ user, inbound, twin }: Acted): Promise<void> {
    const words = wordsIn(room.tongues.get(inbound.from.id) ?? 'zh')
    const channel = await directWith(room, user)
    await room.api.chat.postMessage({
      channel,
      text: words.message,
      blocks: [{ type: 'section', text: plainText(words.notTaken(twin), 3_000) }],
      unfurl_links: false,
      unfurl_media: false,
    })
  }

  return {
    keep,
    letGo: () => over.abort(),
    begin() {
      over = new AbortController()
    },
  }
}
