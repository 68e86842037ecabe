/** What to do with something heard that our own mistake keeps us from taking: it is kept, and nobody waits for ever. */
import type { Held, Turned, Turns } from '../db/store.ts'
import { isRefused } from '../flows/core/command.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Inbound } from '../flows/core/ports.ts'
import { DESK } from '../flows/core/reception.ts'
import { say } from '../flows/core/reply.ts'
import type { Log } from './log.ts'
import { sorry } from './words.ts'

export type AsideTo = { turns: Pick<Turns, 'held' | 'keep' | 'transact'>; now(): Instant; log: Log }

/**
 * Marks the inbound id as heard, so that the platform need not send it again; its words stay in the sealed transcript. An
 * officer is asked to look at the person, and the person is told so. Throws when not even that can be kept.
 */
export async function putAside({ turns, now, log }: AsideTo, inbound: Inbound): Promise<void> {
  const at = now()
  const { kind } = inbound.event
  if (kind === 'clock') return quietly(turns, inbound, at, letAlone)
  // What the station planned, or the platform told, was not said by the person, who need not hear that it went wrong.
  const answer = (held: Held, told: boolean): Turned => ({
    sitting: held.sitting,
    replies: kind === 'open' || kind === 'reach' ? [] : [say(sorry(held.sitting.locale, told))],
  })
  try {
    await turns.transact(inbound, async (ledger) => {
      const dispute = ledger.held.sitting.matters.at(-1)?.dispute ?? null
      const command = { do: 'callHuman', with: { dispute } }
      const told = await ledger.perform({ of: DESK, name: 'human', command })
      await ledger.keep(answer(ledger.held, !isRefused(told)))
    })
  } catch (error) {
    log.error('an officer could not be asked about a message put aside', { error, event: kind })
    await quietly(turns, inbound, at, (held) => answer(held, false))
  }
}

/** A conversation that fails whenever the clock wakes it is not woken again; the person's next words are heard as ever. */
const letAlone = ({ sitting }: Held): Turned => ({
  sitting: sitting.open ? { ...sitting, open: { ...sitting.open, wakeAt: null } } : sitting,
  replies: [],
})

async function quietly(
  turns: AsideTo['turns'],
  inbound: Inbound,
  at: Instant,
  turned: (held: Held) => Turned,
): Promise<void> {
  for (let take = 0; take < 5; take++) {
    const held = await turns.held(inbound.from, inbound.locale, at)
    if ((await turns.keep(inbound, held, turned(held))) !== 'stale') return
  }
  throw new Error('others kept coming between')
}
