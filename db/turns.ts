// Turns of talk: from the sitting as it is remembered to everything the turn causes, kept once.
import type { Inbound } from '../flows/core/ports.ts'
import { albumPart } from './album.ts'
import type { Base } from './base.ts'
import { beginTurn } from './begin-turn.ts'
import { inBooks } from './books/make.ts'
import type { Tx } from './books.ts'
import { runIn } from './database/database.ts'
import { gather } from './gather.ts'
import { END_TURN, REACHED, WAKES } from './hot.ts'
import { keepTurns, type OrdinaryTurn, type Outcome, spoken } from './keep.ts'
import { actorAt, perform } from './perform.ts'
import { saidIn } from './said.ts'
import { fromOf, nameOf, remember, type Seen, seen, sittingOf } from './seen.ts'
import type { Held, Ledger, Turned, Turns } from './store.ts'

/** Most turns in one statement. */
const MOST = 64

export function turns(base: Base): Turns {
  // The seam of the group commit: the plain form is a batch of one; under load, one turn of each waiting person goes
  // into the next statement (gather.ts says how).
  const keepOne = gather<OrdinaryTurn, Outcome>((batch) => keepTurns(base, batch), {
    most: MOST,
    apart: ({ seen }) => seen.held.address,
  })
  return {
    async held(from, locale, now) {
      return (await seen(base, from, locale, now)).held
    },
    async keep(inbound, held, turned) {
      const one = await seen(base, inbound.from, inbound.locale, inbound.at)
      try {
        const outcome = await keepOne({
          inbound,
          seen: one,
          rev: held.rev,
          turned: sayable(one, inbound, turned),
        })
        if (outcome === 'kept' && one.unreachable && spoken(inbound))
          await base.database.run(REACHED, [base.station, one.held.address])
        if (outcome === 'kept')
          remember(base, { ...one, held: after(held, turned), unreachable: stays(one, inbound) })
        else base.seen.delete(nameOf(inbound.from))
        return outcome
      } catch (error) {
        // Whether it was written is not known.
        base.seen.delete(nameOf(inbound.from))
        throw error
      }
    },
    async transact(inbound, work) {
      for (;;) {
        const one = await seen(base, inbound.from, inbound.locale, inbound.at)
        base.seen.delete(nameOf(inbound.from))
        const ended = await turnWithCommands(base, inbound, one, work)
        // Erased by another process since it was remembered: it begins anew.
        if (ended === 'vanished') continue
        if (ended === 'repeat') return 'repeat'
        if (ended) remember(base, { ...one, held: ended, unreachable: stays(one, inbound) })
        return 'kept'
      }
    },
    said: (from, ref) => saidIn(base, from, ref),
    async album(inbound, now) {
      for (;;) {
        const one = await seen(base, inbound.from, inbound.locale, now)
        const outcome = await albumPart(base, { ...inbound, at: now }, one)
        if (outcome !== 'vanished') return outcome
        base.seen.delete(nameOf(inbound.from))
      }
    },
    async wakes(now, limit) {
      const rows = await base.database.run(WAKES, [base.station, now, limit])
      return rows.flatMap((row) => {
        const from = fromOf(base, row, 'id')
        return from ? [{ from, rev: Number(row.rev) }] : []
      })
    },
  }
}

/** Who speaks can be reached again; what the platform says of it is in the database only. */
const stays = ({ unreachable }: Seen, inbound: Inbound): boolean =>
  !spoken(inbound) && (unreachable || inbound.event.kind === 'reach')

/** Nobody is nudged in a chat that takes nothing: whoever cannot be reached there is reached another way. */
const sayable = ({ unreachable }: Seen, inbound: Inbound, turned: Turned): Turned =>
  unreachable && !spoken(inbound) ? { ...turned, replies: [] } : turned

const after = (held: Held, { sitting }: Turned): Held => ({ ...held, rev: held.rev + 1, sitting })

/** The sitting after the turn; null when the turn itself erased it. */
function turnWithCommands(
  base: Base,
  inbound: Inbound,
  one: Seen,
  work: (ledger: Ledger) => Promise<void>,
): Promise<Held | null | 'repeat' | 'vanished'> {
  const {
    vault,
    held: { address },
  } = one
  const heard = { address, vault }
  const acting = { now: inbound.at, actor: (tx: Tx) => actorAt(base, tx, address), heard }
  return inBooks(base, acting, async (books) => {
    const row = await beginTurn(base, books, inbound, one)
    if (row === 'vanished' || row === 'repeat') return row
    const before: Held = {
      address,
      rev: Number(row.rev),
      sitting: sittingOf(vault, address, row.state as string | null, row.locale as Held['sitting']['locale']),
      staff: books.actor.person?.id ?? null,
    }
    let held = before
    await work({
      held: before,
      perform: (asked) => perform(base, books, asked),
      async keep(turned) {
        for (const reply of sayable(one, inbound, turned).replies) await books.post(address, { reply })
        held = after(before, turned)
      },
    })
    // Even a turn that keeps nothing has been taken: who saw the old revision must look again.
    const { sitting } = held
    const state = held === before ? null : vault.seal('conversations.state', address, JSON.stringify(sitting))
    const wake = sitting.open?.wakeAt ?? null
    const params = [base.station, address, state, wake, sitting.locale]
    const [ended] = await runIn(books.tx, END_TURN, params)
    return ended ? after(before, { sitting, replies: [] }) : null
  })
}
