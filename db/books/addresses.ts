// What handlers may know and change of an address.
import { and, eq } from 'drizzle-orm'
import type { Base } from '../base.ts'
import type { AddressFacts, Books, Tx } from '../books.ts'
import { addresses, conversations } from '../schema/index.ts'

export async function addressFacts(base: Base, tx: Tx, id: string): Promise<AddressFacts | null> {
  const [row] = await tx
    .select()
    .from(addresses)
    .innerJoin(
      conversations,
      and(eq(conversations.stationId, addresses.stationId), eq(conversations.addressId, addresses.id)),
    )
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, id)))
  if (!row) return null
  const { channel, personId, stoppedAt, unreachableSince, grants } = row.addresses
  const { locale, atRisk } = row.conversations
  const allowance = base.allowances[channel] ?? { kind: 'always' }
  const stopped = stoppedAt !== null
  return { id, channel, locale, person: personId, atRisk, stopped, unreachableSince, allowance, grants }
}

export function addressSetting(base: Base, tx: Tx, now: number): Books['setAddress'] {
  return async (id, { atRisk, stopped }) => {
    if (atRisk !== undefined)
      await tx
        .update(conversations)
        .set({ atRisk })
        .where(and(eq(conversations.stationId, base.station), eq(conversations.addressId, id)))
    if (stopped !== undefined)
      await tx
        .update(addresses)
        .set({ stoppedAt: stopped ? now : null })
        .where(and(eq(addresses.stationId, base.station), eq(addresses.id, id)))
  }
}
