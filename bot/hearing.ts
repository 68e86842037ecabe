/** The door by which everything heard comes in: in order for each person, never acknowledged before it is kept. */
import type { Turns } from '../db/store.ts'
import type { Hear, Inbound } from '../flows/core/ports.ts'
import { Unavailable } from '../flows/core/ports.ts'
import { type AsideTo, putAside } from './aside.ts'
import { cleaned } from './clean.ts'
import { inOrder } from './in-order.ts'
import { markOf } from './log.ts'
import type { Metrics } from './metrics.ts'
import { LATE, within } from './patience.ts'
import { type Outcome, type TurnOn, takeTurn } from './take-turn.ts'

export type Hearing = {
  hear: Hear
  underWay(): number
  /** From now on everything is asked to come again; resolves once the turns under way have ended. */
  stop(): Promise<void>
}

export type HearingOn = TurnOn &
  AsideTo & {
    turns: Pick<Turns, 'album'>
    /** False while the database is known to be away: then nothing is begun. */
    storeIsHere(): boolean
    /** Asks the database now. */
    askStore(): Promise<boolean>
    metrics: Pick<Metrics, 'turned'>
    /** Hears how many milliseconds after it came in something was kept. */
    watch?: { kept(channel: string, ms: number): void }
    /** How long a platform is kept waiting, in milliseconds; the turn itself is never given up. */
    patience?: number
  }

/** How often our own mistake may meet the same message before it is put aside. */
const TRIES = 3
const REMEMBERED = 1_000

export function openHearing(on: HearingOn): Hearing {
  const { log, metrics, patience = 8_000 } = on
  const line = inOrder()
  const failures = new Map<string, number>()
  let stopping = false

  const hear: Hear = async (inbound) => {
    if (stopping) throw new Unavailable('the bot is stopping')
    if (!on.storeIsHere()) throw new Unavailable('the database is away')
    const came = performance.now()
    const turn = line.run(keyOf(inbound), async () => {
      await counted({ ...inbound, event: cleaned(inbound.event) })
      on.watch?.kept(inbound.from.channel, performance.now() - came)
    })
    if (!turn) throw new Unavailable('too much is waiting')
    // The turn goes on and may be kept; the same id sent again is then recognised.
    if ((await within(patience, turn)) === LATE) throw new Unavailable('this takes long')
  }

  async function counted(inbound: Inbound): Promise<void> {
    const began = performance.now()
    let outcome = 'refused'
    try {
      outcome = await taken(inbound)
    } finally {
      metrics.turned(outcome, (performance.now() - began) / 1000)
    }
  }

  async function taken(inbound: Inbound): Promise<Outcome | 'aside'> {
    try {
      const outcome = await (isPart(inbound) ? on.turns.album(inbound, on.now()) : takeTurn(on, inbound))
      failures.delete(inbound.id)
      return outcome
    } catch (error) {
      if (error instanceof Unavailable) throw error
      if (!(await on.askStore())) throw new Unavailable('the database is away', 5, error)
      return await failed(inbound, error)
    }
  }

  /** The database works, so the mistake is ours: tried again when the platform repeats it, but not for ever. */
  async function failed(inbound: Inbound, error: unknown): Promise<'aside'> {
    const attempts = (failures.get(inbound.id) ?? 0) + 1
    const { channel } = inbound.from
    const who = markOf(inbound.from)
    log.error('a turn failed', {
      error,
      who,
      channel,
      attempts,
      what: markOf(inbound.id),
      event: inbound.event.kind,
    })
    remember(inbound.id, attempts)
    if (attempts < TRIES) throw new Unavailable('this turn failed', 2, error)
    try {
      await putAside(on, inbound)
    } catch (again) {
      log.error('a message could not be put aside', { error: again, who, channel })
      throw new Unavailable('this turn failed', 30, again)
    }
    log.error('a message was put aside', { who, channel, what: markOf(inbound.id) })
    return 'aside'
  }

  function remember(id: string, attempts: number): void {
    failures.delete(id)
    failures.set(id, attempts)
    const [oldest] = failures.keys()
    if (failures.size > REMEMBERED && oldest !== undefined) failures.delete(oldest)
  }

  return {
    hear,
    underWay: line.underWay,
    stop() {
      stopping = true
      return line.idle()
    },
  }
}

/** One of several pictures sent together: they are heard as one, a moment after the last of them. */
const isPart = ({ album, event }: Inbound): boolean => album !== undefined && event.kind === 'files'

const keyOf = ({ from }: Inbound): string => JSON.stringify([from.channel, from.id])
