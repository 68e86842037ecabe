// A row of the outbox as the deliverer sees it.
import type { Locale } from '../flows/core/event.ts'
import type { Base } from './base.ts'
import type { Content, Vault } from './books.ts'
import type { Row } from './database/database.ts'
import type { MessageClass, Parcel } from './store.ts'

/** A parcel's id names its row: the address and the place in its order. */
export const parcelId = (address: string, seq: number): string => `${address}.${seq}`

export function rowOf(id: string): { address: string; seq: number } {
  const at = id.lastIndexOf('.')
  return { address: id.slice(0, at), seq: Number(id.slice(at + 1)) }
}

/** Null when the address was erased meanwhile. */
export function parcelOf(base: Base, row: Row): Parcel | null {
  const vault: Vault = base.ring.known({
    id: String(row.key_id),
    wrapped: row.wrapped as string | null,
    wrappedBy: Number(row.wrapped_by),
  })
  const address = String(row.address_id)
  const content = vault.open('outbox.content', String(row.id), row.content as string)
  const to = vault.open('addresses.channel_id', address, row.channel_id as string)
  if (content === null || to === null) return null
  return {
    id: parcelId(address, Number(row.seq)),
    seq: Number(row.seq),
    to: { channel: String(row.channel), id: to },
    locale: row.locale as Locale,
    at: Number(row.at),
    class: row.class as MessageClass,
    attempts: Number(row.attempts),
    content: JSON.parse(content) as Content,
    thread: row.thread as string | null,
    again: Number(row.attempts) > 1,
  }
}
