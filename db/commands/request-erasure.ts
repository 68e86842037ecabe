// 删除: the wish is written down and given to people who weigh it against what the law keeps.
import { and, eq, isNull } from 'drizzle-orm'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { erasures } from '../schema/index.ts'
import { tellWish } from './shared/tell-wish.ts'
import { ownCase } from './shared/told.ts'

export const requestErasure: Handler<'requestErasure'> = async (books, { dispute }) => {
  const { address } = books.actor
  if (address === null) return { asked: false }
  const own = dispute === null ? null : await ownCase(books, dispute)
  const id = own === null || isRefused(own) ? null : own.named.row.id
  const [open] = await books.tx
    .select({ id: erasures.id })
    .from(erasures)
    .where(
      and(
        eq(erasures.stationId, books.station.id),
        eq(erasures.addressId, address),
        id === null ? isNull(erasures.disputeId) : eq(erasures.disputeId, id),
        isNull(erasures.decidedAt),
      ),
    )
  // Asked twice is one wish.
  if (open) return { asked: true }
  const wish = { id: books.newId(), addressId: address, disputeId: id, askedAt: books.now }
  await books.tx.insert(erasures).values({ stationId: books.station.id, ...wish })
  books.audit('erasure-asked', id === null ? `address:${address}` : `dispute:${id}`, { erasure: wish.id })
  await tellWish(books, id, 'erasure')
  return { asked: true }
}
