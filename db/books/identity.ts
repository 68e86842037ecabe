// Who stands behind an address: a member of staff by a code, a resident with several chats, a group that only listens.
import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Base } from '../base.ts'
import type { Actor, Identity, Tx } from '../books.ts'
import { runIn } from '../database/database.ts'
import { MEET } from '../hot.ts'
import { addresses, conversations } from '../schema/index.ts'
import { lookupOf } from '../seen.ts'
import { findCode, makeCode, spendCode } from './codes.ts'
import { tried } from './tries.ts'

export function identityOf(base: Base, tx: Tx, now: number, actor: Actor): Identity {
  const here = (id: string) => and(eq(addresses.stationId, base.station), eq(addresses.id, id))
  // Asked several times in a turn, and changed by what is done here alone.
  const chats = new Map<string, Promise<string[]>>()
  return {
    makeCode: (what, ttl) => makeCode(base, tx, now, what, ttl),
    async tryCode(code, take) {
      if (actor.address === null) return null
      return tried(base, tx, now, actor.address, async () => {
        const found = await findCode(base, tx, now, code)
        const taken = found && (await take(found.what))
        if (found && taken !== null) await spendCode(base, tx, now, found.row, actor.id)
        return taken
      })
    },
    async bind(address, person) {
      chats.clear()
      // What a resident did from it before is no longer anybody's to see from their other chats.
      const [row] = await tx
        .update(addresses)
        .set({ personId: person, residentId: null })
        .where(here(address))
        .returning({ channel: addresses.channel })
      await lookAgain(base, tx, [address])
      return row?.channel ?? null
    },
    async addressesOf(address) {
      const known = chats.get(address) ?? chatsOf(base, tx, address)
      chats.set(address, known)
      return [...(await known)]
    },
    async joinResident(address, other) {
      chats.clear()
      const both = await tx
        .select({ id: addresses.id, resident: addresses.residentId })
        .from(addresses)
        .where(and(eq(addresses.stationId, base.station), inArray(addresses.id, [address, other])))
        .orderBy(asc(addresses.id))
        .for('update')
      const known = both.flatMap(({ resident }) => resident ?? [])
      await tx
        .update(addresses)
        .set({ residentId: known[0] ?? randomUUID() })
        .where(
          and(
            eq(addresses.stationId, base.station),
            or(
              inArray(addresses.id, [address, other]),
              ...(known.length > 0 ? [inArray(addresses.residentId, known)] : []),
            ),
          ),
        )
    },
    group: (name, alerts) => setGroup(base, tx, now, actor, name, alerts),
    async groups() {
      const rows = await tx
        .select({ id: addresses.id })
        .from(addresses)
        .where(and(eq(addresses.stationId, base.station), eq(addresses.isGroup, true)))
        .orderBy(asc(addresses.createdAt), asc(addresses.id))
      return rows.map(({ id }) => id)
    },
    async setReach(reachable) {
      if (actor.address === null) return false
      const changed = await tx
        .update(addresses)
        .set({ unreachableSince: reachable ? null : now })
        .where(
          and(
            here(actor.address),
            reachable ? isNotNull(addresses.unreachableSince) : sql`${addresses.unreachableSince} is null`,
          ),
        )
        .returning({ id: addresses.id })
      return changed.length > 0
    },
    async grant(times) {
      if (actor.address === null) return
      await tx
        .update(addresses)
        .set({ grants: sql`least(${addresses.grants} + ${times}, ${MOST_GRANTS})` })
        .where(here(actor.address))
    },
    async useGrant(address) {
      const used = await tx
        .update(addresses)
        .set({ grants: sql`${addresses.grants} - 1` })
        .where(and(here(address), gt(addresses.grants, 0)))
        .returning({ left: addresses.grants })
      return used.length > 0
    },
  }
}

/** More permissions than any plan has rounds: a platform that counts wrongly makes no number that grows for ever. */
const MOST_GRANTS = 1_000

/** The chats of the resident whose address this is, it first. */
async function chatsOf(base: Base, tx: Tx, address: string): Promise<string[]> {
  const mine = alias(addresses, 'mine')
  const rows = await tx
    .select({ id: addresses.id })
    .from(mine)
    .innerJoin(
      addresses,
      and(eq(addresses.stationId, mine.stationId), eq(addresses.residentId, mine.residentId)),
    )
    .where(and(eq(mine.stationId, base.station), eq(mine.id, address)))
    .orderBy(asc(addresses.createdAt), asc(addresses.id))
  return [address, ...rows.map(({ id }) => id).filter((id) => id !== address)]
}

/** Every process that remembers the address finds its memory stale at the next turn. */
export async function lookAgain(base: Base, tx: Tx, ids: string[]): Promise<void> {
  await tx
    .update(conversations)
    .set({ rev: sql`${conversations.rev} + 1` })
    .where(and(eq(conversations.stationId, base.station), inArray(conversations.addressId, ids)))
}

/**
 * A group on the actor's own channel, and on the same bot or team there, by the name that the platform has for it. An
 * address that has talked to us is a person's chat and becomes no group.
 */
async function setGroup(
  base: Base,
  tx: Tx,
  now: number,
  actor: Actor,
  name: string,
  alerts: boolean,
): Promise<string | null> {
  const own = actor.address === null ? null : await nameOf(base, tx, actor.address)
  if (own === null || !name.includes('/') || name === own.name || houseOf(name) !== houseOf(own.name))
    return null
  const at = { channel: own.channel, id: name }
  const known = await findAddress(base, tx, at)
  if (!alerts) {
    if (!known?.isGroup) return null
    await tx
      .update(addresses)
      .set({ isGroup: false })
      .where(and(eq(addresses.stationId, base.station), eq(addresses.id, known.id)))
    return known.id
  }
  if (known && (known.isGroup || known.person !== null || known.rev > 0)) return null
  if (!known) await meet(base, tx, now, at, own.locale)
  const group = known ?? (await findAddress(base, tx, at))
  if (!group) return null
  await tx
    .update(addresses)
    .set({ isGroup: true, unreachableSince: null })
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, group.id)))
  return group.id
}

/** The bot or the team stands before the slash. */
const houseOf = (name: string): string => name.slice(0, name.indexOf('/'))

async function nameOf(base: Base, tx: Tx, address: string) {
  const [row] = await tx
    .select({
      channel: addresses.channel,
      channelId: addresses.channelId,
      keyId: addresses.keyId,
      locale: conversations.locale,
    })
    .from(addresses)
    .innerJoin(
      conversations,
      and(eq(conversations.stationId, addresses.stationId), eq(conversations.addressId, addresses.id)),
    )
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, address)))
  if (!row) return null
  const vault = await base.ring.vault(tx, row.keyId)
  const name = vault.open('addresses.channel_id', address, row.channelId)
  return name === null ? null : { channel: row.channel, name, locale: row.locale }
}

async function findAddress(base: Base, tx: Tx, at: { channel: string; id: string }) {
  const [row] = await tx
    .select({
      id: addresses.id,
      isGroup: addresses.isGroup,
      person: addresses.personId,
      rev: conversations.rev,
    })
    .from(addresses)
    .innerJoin(
      conversations,
      and(eq(conversations.stationId, addresses.stationId), eq(conversations.addressId, addresses.id)),
    )
    .where(
      and(
        eq(addresses.stationId, base.station),
        eq(addresses.channel, at.channel),
        eq(addresses.lookup, lookupOf(base, at)),
      ),
    )
    .for('update')
  return row ?? null
}

async function meet(
  base: Base,
  tx: Tx,
  now: number,
  at: { channel: string; id: string },
  locale: string,
): Promise<void> {
  const { row, vault } = base.ring.make()
  const id = randomUUID()
  await runIn(tx, MEET, [
    base.station,
    id,
    at.channel,
    lookupOf(base, at),
    vault.seal('addresses.channel_id', id, at.id),
    row.id,
    now,
    row.wrapped,
    row.wrappedBy,
    locale,
  ])
}
