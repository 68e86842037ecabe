// What the outbox knows of a question that was asked in chat: only what the platform took was an attempt.
import { and, asc, eq, gte } from 'drizzle-orm'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books, Content } from '../../books.ts'
import { addresses, outbox } from '../../schema/index.ts'
import type { Tried } from '../../schema/revisit.ts'
import type { RevisitRow } from './rounds.ts'

/** The conversation in which a half is asked from this moment on: its questions are found by this name. */
export const talkOf = (half: Pick<RevisitRow, 'id'>, at: Instant): string => `${half.id}-${at.toString(36)}`

/**
 * When the platform took the question; null while it waits to be fetched or sent, when it died, and when nobody knows.
 */
export async function takenAt(
  books: Books,
  { id, addressId, openedAt }: Pick<RevisitRow, 'id' | 'addressId' | 'openedAt'>,
): Promise<Instant | null> {
  if (addressId === null || openedAt === null) return null
  const { tx, station } = books
  const [address] = await tx
    .select({ keyId: addresses.keyId })
    .from(addresses)
    .where(and(eq(addresses.stationId, station.id), eq(addresses.id, addressId)))
  if (!address) return null
  const vault = await books.vault(address.keyId)
  const rows = await tx
    .select({ id: outbox.id, at: outbox.at, endedAt: outbox.endedAt, content: outbox.content })
    .from(outbox)
    .where(
      and(
        eq(outbox.stationId, station.id),
        eq(outbox.addressId, addressId),
        eq(outbox.state, 'delivered'),
        gte(outbox.at, openedAt),
      ),
    )
    .orderBy(asc(outbox.seq))
  for (const row of rows) {
    const plain = vault.open('outbox.content', row.id, row.content)
    if (plain !== null && asks(JSON.parse(plain) as Content, id)) return row.endedAt ?? row.at
  }
  return null
}

const asks = (content: Content, half: string): boolean =>
  'reply' in content && content.reply.kind === 'ask' && content.reply.id.startsWith(`${half}-`)

/** The attempts of a half with the one of the chat it is asked in, where that was one. `arrived` false: it bounced. */
export async function withChatTry(
  books: Books,
  half: RevisitRow,
  arrived: (at: Instant) => boolean = () => true,
): Promise<Tried[]> {
  if (half.state !== 'open' || half.mode !== 'chat' || half.addressId === null) return half.attempts
  const at = await takenAt(books, half)
  if (at === null || half.attempts.some((one) => one.address === half.addressId && one.at >= at))
    return half.attempts
  const bounced = arrived(at) ? {} : { bounced: true as const }
  return [...half.attempts, { at, mode: 'chat', address: half.addressId, ...bounced }]
}
