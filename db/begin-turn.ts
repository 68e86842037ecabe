// The beginning of a turn in a transaction: the sitting is locked, and the inbound id is written unless it was heard before.
import type { Inbound } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import type { Books } from './books.ts'
import { type Row, runIn } from './database/database.ts'
import { BEGIN_TURN, REACHED } from './hot.ts'
import { inboundName, refName, spoken } from './keep.ts'
import type { Seen } from './seen.ts'

/** `vanished`: the address was erased by another process since it was remembered. */
export async function beginTurn(
  base: Base,
  books: Books,
  inbound: Inbound,
  { vault, held: { address }, unreachable }: Seen,
): Promise<Row | 'repeat' | 'vanished'> {
  const name = inboundName(base, inbound)
  const heard = vault.seal('heard.content', name, JSON.stringify(inbound.event))
  const ref = refName(base, address, inbound.ref)
  const [row] = await runIn(books.tx, BEGIN_TURN, [base.station, address, name, inbound.at, heard, ref])
  if (!row) return 'vanished'
  if (row.fresh === null) return 'repeat'
  if (unreachable && spoken(inbound)) await runIn(books.tx, REACHED, [base.station, address])
  return row
}
