// A receiver that is called otherwise on its channel from now on: the address follows, with everything promised to it.
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Address } from '../flows/core/ports.ts'
import type { Base } from './base.ts'
import { inBooks, SYSTEM } from './books/make.ts'
import type { Pen } from './books/pen.ts'
import type { Books, Content, Vault } from './books.ts'
import { STATION_TIME } from './hot.ts'
import { addresses, outbox, revisits } from './schema/index.ts'
import { lookupOf } from './seen.ts'

/** Nothing when there is no such address. */
export async function moved(base: Base, from: Address, to: Address): Promise<void> {
  const [time] = await base.database.run(STATION_TIME, [base.station])
  await inBooks(base, { now: Number(time?.now), actor: async () => SYSTEM }, async (books, pen) => {
    const [row] = await books.tx.select({ id: addresses.id }).from(addresses).where(isAt(base, from))
    if (row) await follow(base, books, pen, row.id, to.id)
  })
}

/**
 * Gives an address its new id, inside a transaction. Where somebody was met under the new id already, what is still to be
 * sent goes there. Nothing when it is gone, or is called so already.
 */
export async function follow(base: Base, books: Books, pen: Pen, address: string, to: string): Promise<void> {
  const { tx } = books
  const [row] = await tx.select().from(addresses).where(isRow(base, address)).for('update')
  if (!row) return
  const { channel } = row
  const there: Address = { channel, id: to }
  const vault = await books.vault(row.keyId)
  const before = vault.open('addresses.channel_id', address, row.channelId)
  if (before === null || before === to) return
  const [other] = await tx.select().from(addresses).where(isAt(base, there)).for('update')
  const parcels = await redirect(base, books, pen, { address, vault }, other ?? null)
  if (other) {
    // Where a side is being asked is where its question went.
    await tx
      .update(revisits)
      .set({ addressId: other.id })
      .where(
        and(
          eq(revisits.stationId, base.station),
          eq(revisits.addressId, address),
          eq(revisits.state, 'open'),
        ),
      )
    await tx.update(addresses).set({ isGroup: false }).where(isRow(base, address))
    if (row.isGroup) await tx.update(addresses).set({ isGroup: true }).where(isRow(base, other.id))
  } else {
    const name = { lookup: lookupOf(base, there), channelId: vault.seal('addresses.channel_id', address, to) }
    await tx.update(addresses).set(name).where(isRow(base, address))
  }
  books.audit('address-moved', `address:${address}`, { channel, into: other?.id ?? null, parcels })
  pen.changed.push({ channel, id: before }, there)
}

/**
 * What platforms call messages is theirs to each place: nothing that was sent before can be changed or answered from now
 * on. Gives how many messages went to the other address.
 */
async function redirect(
  base: Base,
  books: Books,
  pen: Pen,
  { address, vault }: { address: string; vault: Vault },
  other: { id: string; keyId: string } | null,
): Promise<number> {
  const { tx } = books
  const here = and(eq(outbox.stationId, base.station), eq(outbox.addressId, address))
  await tx
    .update(outbox)
    .set({ ref: null, live: false })
    .where(and(here, isNotNull(outbox.ref)))
  const rows = await tx
    .select()
    .from(outbox)
    .where(and(here, eq(outbox.state, 'ready')))
    .orderBy(asc(outbox.seq))
    .for('update')
  const theirs = other && (await books.vault(other.keyId))
  let sent = 0
  for (const row of rows) {
    const plain = vault.open('outbox.content', row.id, row.content)
    const content = plain === null ? null : (JSON.parse(plain) as Content)
    const revises = content !== null && 'notice' in content && content.revises !== undefined
    if (plain !== null && !revises && other && theirs) {
      const id = books.newId()
      const { class: how, priority, disputeId, live, afterAddress, afterId, afterContent } = row
      pen.posts.push({
        address: other.id,
        id,
        class: how,
        content: theirs.seal('outbox.content', id, plain),
        priority,
        dispute: disputeId,
        live,
        ref: null,
        after:
          afterAddress !== null && afterId !== null && afterContent !== null
            ? { address: afterAddress, id: afterId, content: afterContent }
            : null,
      })
      sent++
    }
    if (other || revises) await tx.delete(outbox).where(and(here, eq(outbox.seq, row.seq)))
  }
  return sent
}

const isRow = (base: Base, id: string) => and(eq(addresses.stationId, base.station), eq(addresses.id, id))
const isAt = (base: Base, at: Address) =>
  and(
    eq(addresses.stationId, base.station),
    eq(addresses.channel, at.channel),
    eq(addresses.lookup, lookupOf(base, at)),
  )
