// Writing first to somebody's chat: what the platform still allows at this moment, and the one-off permissions it costs.
import { and, desc, eq, gte } from 'drizzle-orm'
import { maySend, type Reach } from '../../../flows/casework/allowance.ts'
import { HOUR } from '../../../flows/casework/calendar.ts'
import type { Event, Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { spoken } from '../../keep.ts'
import { addresses, heard } from '../../schema/index.ts'

/** How an address can be written to; null when it is gone. */
export async function reachOf(books: Books, id: string): Promise<Reach | null> {
  const address = await books.address(id)
  if (!address) return null
  const { allowance, grants } = address
  // Words from before the window began open it no more than none.
  const since = allowance.kind === 'window' ? books.now - allowance.hours * HOUR : null
  return { allowance, grants, lastHeard: since === null ? null : await lastSpoken(books, id, since) }
}

/** True when this chat may be written to now. A permission that it needs is used up in this transaction. */
export async function takeTurnToWrite(books: Books, id: string): Promise<boolean> {
  const reach = await reachOf(books, id)
  if (!reach) return false
  switch (maySend(books.now, reach)) {
    case 'free':
      return true
    case 'no':
      return false
    case 'grant': {
      const used = await books.identity.useGrant(id)
      if (used) books.audit('grant-used', `address:${id}`)
      return used
    }
  }
}

/** What the books themselves began is written down beside it, and is no word of theirs. */
export async function lastSpoken(books: Books, id: string, since: Instant): Promise<Instant | null> {
  const at = eq(addresses.stationId, books.station.id)
  const [own] = await books.tx
    .select({ keyId: addresses.keyId })
    .from(addresses)
    .where(and(at, eq(addresses.id, id)))
  if (!own) return null
  const vault = await books.vault(own.keyId)
  const rows = await books.tx
    .select({ at: heard.at, inbound: heard.inbound, content: heard.content })
    .from(heard)
    .where(and(eq(heard.stationId, books.station.id), eq(heard.addressId, id), gte(heard.at, since)))
    .orderBy(desc(heard.at))
  for (const row of rows) {
    const content = vault.open('heard.content', row.inbound, row.content)
    if (content !== null && spoken({ event: JSON.parse(content) as Event })) return row.at
  }
  return null
}
