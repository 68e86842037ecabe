/** One thing heard, from the sitting it finds to everything it causes; see ARCHITECTURE, one message. */
import type { Held, Turned, Turns } from '../db/store.ts'
import type { Asked } from '../flows/core/command.ts'
import type { Event, Instant } from '../flows/core/event.ts'
import type { House } from '../flows/core/house.ts'
import { type Inbound, Unavailable } from '../flows/core/ports.ts'
import { type Received, receive } from '../flows/core/reception.ts'
import type { Reply } from '../flows/core/reply.ts'

export type TurnOn = {
  turns: Pick<Turns, 'held' | 'keep' | 'transact' | 'said'>
  house: House
  now(): Instant
  newId(): string
}

/** `kept`: an ordinary turn. `acted`: a turn with commands. `repeat`: heard before, nothing was done. */
export type Outcome = 'kept' | 'acted' | 'repeat'

/** Another replica may take turns with the same person; more often than this in a row it does not come between. */
const TAKES = 8
/** A command's result may ask for more; a turn that never ends is a mistake of ours. */
const MOST_COMMANDS = 40

/** Resolves once the turn is committed. Throws Unavailable when others kept coming between. */
export async function takeTurn(desk: TurnOn, heardFrom: Inbound): Promise<Outcome> {
  const now = desk.now()
  // The books go by the station's clock, not by the platform's.
  const inbound = { ...heardFrom, at: now, event: await withWhatItWas(desk, heardFrom) }
  for (let take = 0; take < TAKES; take++) {
    const held = await desk.turns.held(inbound.from, inbound.locale, now)
    const received = heard(desk, held, held.sitting, inbound.event, now)
    if (received.commands.length > 0) return act(desk, inbound, now)
    const outcome = await write(desk, inbound, held, received)
    if (outcome !== 'stale') return outcome
  }
  throw new Unavailable('others kept coming between', 1)
}

/** A platform says only how a changed message reads now; the books know what it said before. */
async function withWhatItWas(desk: TurnOn, { event, from, ref }: Inbound): Promise<Event> {
  if (event.kind !== 'correct' || event.was !== null || ref === undefined) return event
  return { ...event, was: await desk.turns.said(from, ref) }
}

/** The one place where an ordinary turn is written: turns of different people could be gathered into one commit here. */
const write = (
  desk: TurnOn,
  inbound: Inbound,
  held: Held,
  { sitting, replies }: Turned,
): Promise<'kept' | 'repeat' | 'stale'> => desk.turns.keep(inbound, held, { sitting, replies })

/** The snapshot was a hint: the turn is taken again on the sitting as it is locked, and its commands are performed. */
async function act(desk: TurnOn, inbound: Inbound, now: Instant): Promise<Outcome> {
  const outcome = await desk.turns.transact(inbound, async (ledger) => {
    const replies: Reply[] = []
    const waiting: Asked[] = []
    let { sitting } = ledger.held
    const hear = (event: Event) => {
      const received = heard(desk, ledger.held, sitting, event, now)
      sitting = received.sitting
      replies.push(...received.replies)
      waiting.push(...received.commands)
    }
    hear(inbound.event)
    for (let performed = 0; waiting.length > 0; performed++) {
      if (performed >= MOST_COMMANDS) throw new Error(`a turn asked for more than ${MOST_COMMANDS} commands`)
      const asked = waiting.shift()!
      const value = await ledger.perform(asked)
      hear({ kind: 'result', of: asked.of, name: asked.name, value })
    }
    await ledger.keep({ sitting, replies })
  })
  return outcome === 'repeat' ? 'repeat' : 'acted'
}

/** Each call has an id of its own, since each may begin a conversation. */
const heard = (desk: TurnOn, held: Held, sitting: Held['sitting'], event: Event, now: Instant): Received =>
  receive(desk.house, sitting, event, { now, id: desk.newId(), staff: held.staff !== null })
