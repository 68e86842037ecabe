// Those who are heard: found by their platform's id, made at first sight, remembered as a hint.
import { randomUUID } from 'node:crypto'
import type { Instant, Locale } from '../flows/core/event.ts'
import type { Address } from '../flows/core/ports.ts'
import type { Sitting } from '../flows/core/sitting.ts'
import type { Base } from './base.ts'
import type { Vault } from './books.ts'
import { BooksError } from './errors.ts'
import { LOAD, MEET } from './hot.ts'
import { blind } from './keys/blind.ts'
import type { Held } from './store.ts'

export type Seen = {
  from: Address
  vault: Vault
  held: Held
  /** Nothing could be delivered lately. A hint, like all of it. */
  unreachable: boolean
}

/** Memory's name for an address. */
export const nameOf = ({ channel, id }: Address): string => `${channel}\n${id}`
export const lookupOf = (base: Base, { channel, id }: Address): string =>
  blind(base.secrets.blind, 'address', channel, id)

/** Reads an address from the database; null when it was never seen. */
export async function find(base: Base, from: Address): Promise<Seen | null> {
  const [row] = await base.database.run(LOAD, [base.station, from.channel, lookupOf(base, from)])
  if (!row) return null
  const id = String(row.id)
  const vault = base.ring.known({
    id: String(row.key_id),
    wrapped: row.wrapped as string | null,
    wrappedBy: Number(row.wrapped_by),
  })
  const sitting = sittingOf(vault, id, row.state as string | null, row.locale as Locale)
  const held: Held = { address: id, rev: Number(row.rev), sitting, staff: row.staff as string | null }
  return remember(base, { from, vault, held, unreachable: row.unreachable === true })
}

/** From memory, from the database, or made. */
export async function seen(
  base: Base,
  from: Address,
  locale: Locale | undefined,
  now: Instant,
): Promise<Seen> {
  const remembered = base.seen.get(nameOf(from))
  if (remembered) return remembered
  return (await find(base, from)) ?? (await meet(base, from, locale ?? 'zh', now))
}

async function meet(base: Base, from: Address, locale: Locale, now: Instant): Promise<Seen> {
  const { row, vault } = base.ring.make()
  const id = randomUUID()
  const [met] = await base.database.run(MEET, [
    base.station,
    id,
    from.channel,
    lookupOf(base, from),
    vault.seal('addresses.channel_id', id, from.id),
    row.id,
    now,
    row.wrapped,
    row.wrappedBy,
    locale,
  ])
  if (met) {
    const held: Held = { address: id, rev: 0, sitting: sittingOf(vault, id, null, locale), staff: null }
    return remember(base, { from, vault, held, unreachable: false })
  }
  const other = await find(base, from)
  if (!other) throw new BooksError('address-vanished')
  return other
}

export function remember(base: Base, one: Seen): Seen {
  base.seen.set(nameOf(one.from), one)
  return one
}

/** The stored sitting, or an empty one before the first turn. */
export function sittingOf(vault: Vault, address: string, state: string | null, locale: Locale): Sitting {
  const plain = vault.open('conversations.state', address, state)
  return plain === null ? { locale, open: null, waiting: [], matters: [] } : JSON.parse(plain)
}

/** Whose address a row of addresses and data_keys is. */
export function fromOf(base: Base, row: { [column: string]: unknown }, idColumn: string): Address | null {
  const vault = base.ring.known({
    id: String(row.key_id),
    wrapped: row.wrapped as string | null,
    wrappedBy: Number(row.wrapped_by),
  })
  const id = vault.open('addresses.channel_id', String(row[idColumn]), row.channel_id as string)
  return id === null ? null : { channel: String(row.channel), id }
}
