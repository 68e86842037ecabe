// What the books know of revisits, for the figures of coverage: every half of the cases that whoever asks answers for.
import { and, eq, ne } from 'drizzle-orm'
import type { FlagTold, HalfTold } from '../../flows/casework/coverage.ts'
import { actsAs } from '../../flows/casework/roles.ts'
import type { Books } from '../books.ts'
import type { Dispute } from '../commands/shared/case.ts'
import { sightOf } from '../commands/shared/sight.ts'
import { disputes, revisits, rounds } from '../schema/index.ts'
import { reasonsIn } from './flagged.ts'

export async function revisitsOf(books: Books): Promise<{ halves: HalfTold[]; flags: FlagTold[] }> {
  const all = await books.tx.select().from(disputes).where(eq(disputes.stationId, books.station.id))
  const theirs = await answeredFor(books)
  const numbers = new Map(all.filter(theirs).map(({ id, number }) => [id, number]))
  const halves = await books.tx
    .select({
      dispute: revisits.disputeId,
      at: revisits.at,
      endedAt: revisits.endedAt,
      state: revisits.state,
      mode: revisits.mode,
    })
    .from(revisits)
    .where(and(eq(revisits.stationId, books.station.id), ne(revisits.state, 'superseded')))
  const judged = await books.tx
    .select({
      dispute: rounds.disputeId,
      at: rounds.at,
      endedAt: rounds.endedAt,
      signals: rounds.signals,
      flag: rounds.flag,
    })
    .from(rounds)
    .where(and(eq(rounds.stationId, books.station.id), eq(rounds.state, 'done')))
  return {
    halves: halves.flatMap(({ dispute, ...half }) => {
      const number = numbers.get(dispute)
      return number === undefined ? [] : [{ case: number, ...half }]
    }),
    flags: judged.flatMap(({ dispute, at, endedAt, signals, flag }) => {
      const number = numbers.get(dispute)
      const shown = number !== undefined && reasonsIn(signals).length > 0
      return shown ? [{ case: number, at: endedAt ?? at, flag }] : []
    }),
  }
}

/** A leader and the chief answer for what they see; an officer for the cases they are named for. */
async function answeredFor(books: Books): Promise<(row: Dispute) => boolean> {
  const { person } = books.actor
  if (!person) return () => false
  const sight = await sightOf(books)
  const leads = actsAs(person.roles).includes('leader')
  return (row) => sight(row) !== null && (leads || row.officerId === person.id || row.leaderId === person.id)
}
