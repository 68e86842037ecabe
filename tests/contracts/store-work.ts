// Books for tests whose one command and one act do what the test says, and turns that show when they are lost or doubled.
import type { Books, DueHandlers, Handlers, Views } from '../../db/books.ts'
import type { OpenStore } from '../../db/open.ts'
import type { Held, Ledger, Parcel, Turned } from '../../db/store.ts'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { type Reply, say } from '../../flows/core/reply.ts'
import type { Sitting } from '../../flows/core/sitting.ts'

/** Monday morning; tests count from here. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 4)
export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** What the one command and the one act of these books do; a test sets them. */
export type Script = {
  command(books: Books): Promise<Json>
  act(books: Books, due: { key: string; at: Instant; payload: Json }): Promise<void>
  maySee(books: Books, dispute: string): Promise<boolean>
}

export const quiet = (): Script => ({
  command: async () => null,
  act: async () => {},
  maySee: async () => false,
})

export function workOf(script: Script): { handlers: Handlers; acts: DueHandlers; views: Views } {
  const callHuman: Handlers['callHuman'] = async (books) => {
    const result = await script.command(books)
    return { told: true, ...(typeof result === 'object' ? result : {}) }
  }
  return {
    // The books look a command up by its name and refuse one they do not have: one is enough here.
    handlers: { callHuman } as Partial<Handlers> as Handlers,
    acts: { tick: (books, due) => script.act(books, due) },
    views: {
      cases: async () => [],
      story: async () => null,
      caseShow: async (_, number) => (number === 'K1' ? { number } : null),
      maySee: (books, dispute) => script.maySee(books, dispute),
    },
  }
}

let ids = 0
export const inbound = (from: Address, text = 'x', how: Partial<Inbound> = {}): Inbound => ({
  id: `m${ids++}`,
  from,
  at: NOON,
  event: { kind: 'text', text },
  ...how,
})

/** The sitting with one more word in it, so that a lost turn shows. */
export const withWord = (sitting: Sitting, word: string): Sitting => ({
  ...sitting,
  matters: [...sitting.matters, { dispute: word, number: word }],
})
export const words = ({ sitting }: Held): string[] => sitting.matters.map(({ dispute }) => dispute)
export const turned = (held: Held, word: string, replies: Reply[] = [say(word)]): Turned => ({
  sitting: withWord(held.sitting, word),
  replies,
})

/** Takes a turn, and again while others come between. */
export async function talk(
  store: OpenStore,
  heard: Inbound,
  word: string,
  replies?: Reply[],
): Promise<'kept' | 'repeat'> {
  for (;;) {
    const held = await store.turns.held(heard.from, heard.locale, heard.at)
    const outcome = await store.turns.keep(heard, held, turned(held, word, replies))
    if (outcome !== 'stale') return outcome
  }
}

export const command = { of: 'desk', name: 'human', command: { do: 'callHuman', with: { dispute: null } } }

/** Takes a turn with one command. */
export const act = (store: OpenStore, heard: Inbound, word = 'acted'): Promise<'kept' | 'repeat'> =>
  store.turns.transact(heard, async (ledger: Ledger) => {
    await ledger.perform(command)
    await ledger.keep(turned(ledger.held, word))
  })

export const textOf = ({ content }: Parcel): string =>
  'reply' in content ? ('text' in content.reply ? content.reply.text : '') : content.notice.kind
