// Wrong one-time codes of an address: after five within ten minutes nothing is taken from it, not even a right one.
import { and, eq } from 'drizzle-orm'
import { MINUTE } from '../../flows/casework/calendar.ts'
import type { Base } from '../base.ts'
import type { Tx } from '../books.ts'
import { addresses, conversations } from '../schema/index.ts'

const MOST_WRONG = 5
const WRONG_WITHIN = 10 * MINUTE

/**
 * Lets an address try once. `take` gives null, having written nothing, when the code is no good for it: that is counted,
 * and stays counted, for a refusal is an answer and not an error.
 */
export async function tried<T>(
  base: Base,
  tx: Tx,
  now: number,
  address: string,
  take: () => Promise<T | null>,
): Promise<T | null> {
  const mine = and(eq(addresses.stationId, base.station), eq(addresses.id, address))
  // The sitting before the address, in the order of every turn.
  await tx
    .select({ rev: conversations.rev })
    .from(conversations)
    .where(and(eq(conversations.stationId, base.station), eq(conversations.addressId, address)))
    .for('update')
  const [row] = await tx.select().from(addresses).where(mine).for('update')
  if (!row) return null
  const fresh = row.wrongSince === null || now - row.wrongSince > WRONG_WITHIN
  const wrong = fresh ? 0 : row.wrongCodes
  if (wrong >= MOST_WRONG) return null
  const taken = await take()
  const count =
    taken === null
      ? { wrongCodes: wrong + 1, wrongSince: fresh ? now : row.wrongSince }
      : { wrongCodes: 0, wrongSince: null }
  await tx.update(addresses).set(count).where(mine)
  return taken
}
