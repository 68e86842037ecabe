// An ordinary turn, written in one statement together with those of other people that came meanwhile.
import { randomUUID } from 'node:crypto'
import type { Event } from '../flows/core/event.ts'
import type { Inbound } from '../flows/core/ports.ts'
import type { Reply } from '../flows/core/reply.ts'
import type { Base } from './base.ts'
import { KEEP } from './hot.ts'
import { blind } from './keys/blind.ts'
import type { Seen } from './seen.ts'
import type { Turned } from './store.ts'

export type Outcome = 'kept' | 'repeat' | 'stale'
export type OrdinaryTurn = { inbound: Inbound; seen: Seen; rev: number; turned: Turned }

/** The name under which an inbound id is remembered: some platforms put the sender into it. */
export const inboundName = (base: Base, { id, from }: Pick<Inbound, 'id' | 'from'>): string =>
  blind(base.secrets.blind, 'inbound', from.channel, id)

/** The name under which a message of an address is found by its correction. */
export const refName = (base: Base, address: string, ref: string | undefined): string | null =>
  ref === undefined ? null : blind(base.secrets.blind, 'message', address, ref)

/** A person is behind it, not the clock and not the books. */
export const spoken = ({ event }: Pick<Inbound, 'event'>): boolean => !UNSPOKEN.has(event.kind)
const UNSPOKEN: ReadonlySet<Event['kind']> = new Set(['clock', 'open', 'result', 'reach'])

/** Writes turns of different addresses; one outcome each, in their order. Says `posted` to this process itself. */
export async function keepTurns(base: Base, given: OrdinaryTurn[]): Promise<Outcome[]> {
  // In one order everywhere, so that the batches of two processes do not lock the same people crosswise.
  const turns = given.toSorted((a, b) => (a.seen.held.address < b.seen.held.address ? -1 : 1))
  const replies = turns.flatMap(({ seen, turned }, n) =>
    turned.replies.map((reply, k) => {
      const id = randomUUID()
      const content = seen.vault.seal('outbox.content', id, JSON.stringify({ reply }))
      return { n, k: k + 1, id, content, priority: priorityOf(reply) }
    }),
  )
  const sealed = turns.map(({ inbound, seen, turned }) => {
    const name = inboundName(base, inbound)
    return {
      name,
      heard: seen.vault.seal('heard.content', name, JSON.stringify(inbound.event)),
      state: seen.vault.seal('conversations.state', seen.held.address, JSON.stringify(turned.sitting)),
    }
  })
  const rows = await base.database.run(KEEP, [
    base.station,
    turns.map((_, n) => n),
    turns.map(({ seen }) => seen.held.address),
    sealed.map(({ name }) => name),
    turns.map(({ rev }) => rev),
    turns.map(({ inbound }) => inbound.at),
    sealed.map(({ heard }) => heard),
    sealed.map(({ state }) => state),
    turns.map(({ turned }) => turned.sitting.open?.wakeAt ?? null),
    turns.map(({ turned }) => turned.sitting.locale),
    turns.map(({ turned }) => turned.replies.length),
    replies.map(({ n }) => n),
    replies.map(({ k }) => k),
    replies.map(({ id }) => id),
    replies.map(({ content }) => content),
    replies.map(({ priority }) => priority),
    call(base),
    turns.map(({ inbound, seen }) => refName(base, seen.held.address, inbound.ref)),
  ])
  const outcomes = new Map<OrdinaryTurn | undefined, Outcome>()
  for (const { n, outcome } of rows) outcomes.set(turns[Number(n)], outcome as Outcome)
  if (turns.some((turn) => outcomes.get(turn) === 'kept' && turn.turned.replies.length > 0)) base.posted()
  return given.map((turn) => outcomes.get(turn) ?? 'stale')
}

/** Whom to call in an emergency is said before anything else. */
export const priorityOf = (reply: Reply): number => (reply.kind === 'say' && reply.urgent ? 40 : 0)

/** What other replicas are told; nothing where there cannot be any. */
export const call = (base: Base): string =>
  base.database.flavour === 'embedded' ? '' : `${base.station} ${base.replica} posted`
