// A message that did not arrive, or may not have: somebody who works here is told, in the same transaction.
import { and, desc, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Role } from '../flows/casework/roles.ts'
import { unheardFor } from '../flows/casework/unheard.ts'
import type { Notice } from '../flows/notices/notice.ts'
import type { Base } from './base.ts'
import { lookAgain } from './books/identity.ts'
import type { Pen } from './books/pen.ts'
import type { Books, Content } from './books.ts'
import { restricted } from './commands/shared/case.ts'
import { chatLost } from './commands/shared/chat-lost.ts'
import { factsShown, offsetOf } from './commands/shared/facts-shown.ts'
import { addresses, disputes, outbox, parties } from './schema/index.ts'

type Row = typeof outbox.$inferSelect

/** Ends a parcel as `dead` or `unknown`, and tells the officer of its case, or else whoever is on duty. */
export async function giveUp(
  base: Base,
  books: Books,
  pen: Pen,
  row: Row,
  state: 'dead' | 'unknown',
  why: string,
): Promise<void> {
  const { tx, now } = books
  await tx
    .update(outbox)
    .set({ state, reason: codeOf(why), endedAt: now })
    .where(
      and(eq(outbox.stationId, base.station), eq(outbox.addressId, row.addressId), eq(outbox.seq, row.seq)),
    )
  const [address] = await tx
    .select()
    .from(addresses)
    .where(and(eq(addresses.stationId, base.station), eq(addresses.id, row.addressId)))
  if (!address) return
  const vault = await books.vault(address.keyId)
  const sealed = vault.open('outbox.content', row.id, row.content)
  const content = sealed === null ? null : (JSON.parse(sealed) as Content)
  // News of a failure that fails itself must not make more news, and a card that stays as it was is none.
  if (content === null || ('notice' in content && (content.revises || content.notice.kind === 'undelivered')))
    return
  const first = address.unreachableSince === null
  const to = vault.open('addresses.channel_id', address.id, address.channelId)
  // Who is believed to be reachable would not be noticed when they speak again.
  if (to !== null) pen.changed.push({ channel: address.channel, id: to })
  if (first) {
    await tx
      .update(addresses)
      .set({ unreachableSince: now })
      .where(and(eq(addresses.stationId, base.station), eq(addresses.id, row.addressId)))
    // Nor would other processes know not to nudge them there.
    await lookAgain(base, tx, [row.addressId])
  }
  const dispute = await disputeOf(base, books, row)
  books.audit(`message-${state}`, `address:${row.addressId}`, {
    seq: row.seq,
    class: row.class,
    reason: codeOf(why),
    dispute: dispute?.id ?? null,
  })
  if (address.isGroup) {
    // What a group is told, each of its people is told as well: only that it cannot be reached is news.
    if (first) await tellStation(books, row, why)
    return
  }
  // Whatever else was being asked there is asked another way.
  await chatLost(books, row.addressId, unheardFor(why))
  if (await isNews(base, books, row, { ...address, first, state, about: dispute !== null }))
    await tellSomebody(books, row, address.personId, dispute, codeOf(why))
}

type How = Pick<typeof addresses.$inferSelect, 'personId' | 'unreachableSince'> & {
  first: boolean
  state: 'dead' | 'unknown'
  /** There is a case that it was about. */
  about: boolean
}

/**
 * One who cannot be reached is one piece of news, however many messages wait. What was sent once and may have arrived is
 * always news; so is each case of which somebody at risk, or somebody who works here, did not hear.
 */
async function isNews(base: Base, books: Books, row: Row, how: How): Promise<boolean> {
  const { personId, unreachableSince, first, state, about } = how
  const matters = row.class === 'once' || personId !== null
  if (first) return matters || about
  if (state === 'unknown') return row.class === 'once'
  return matters && !(await toldBefore(base, books, row, unreachableSince ?? books.now))
}

/** Another message to this address about the same case died since the address could not be reached. */
async function toldBefore(base: Base, { tx }: Books, row: Row, since: number): Promise<boolean> {
  const [earlier] = await tx
    .select({ seq: outbox.seq })
    .from(outbox)
    .where(
      and(
        eq(outbox.stationId, base.station),
        eq(outbox.addressId, row.addressId),
        ne(outbox.seq, row.seq),
        eq(outbox.state, 'dead'),
        gte(outbox.endedAt, since),
        row.disputeId === null ? isNull(outbox.disputeId) : eq(outbox.disputeId, row.disputeId),
      ),
    )
    .limit(1)
  return earlier !== undefined
}

/** Whoever leads the station: an alarm that nobody sees in the group is theirs to mend. */
async function tellStation(books: Books, row: Row, why: string): Promise<void> {
  const notice: Notice = { kind: 'undelivered', offset: offsetOf(books), facts: null, why: codeOf(why) }
  const how = { priority: Math.max(row.priority, 20) }
  for (const role of ['chief', 'leader'] satisfies Role[])
    if ((await books.tellRoles([role], notice, how)) > 0) return
}

type Dispute = typeof disputes.$inferSelect

/** The case it was about; without one, the newest open case of whoever it was for. */
async function disputeOf(base: Base, { tx }: Books, row: Row): Promise<Dispute | null> {
  const mine = eq(disputes.stationId, base.station)
  if (row.disputeId !== null) {
    const [named] = await tx
      .select()
      .from(disputes)
      .where(and(mine, eq(disputes.id, row.disputeId)))
    return named ?? null
  }
  const asParty = tx
    .select({ id: parties.disputeId })
    .from(parties)
    .where(and(eq(parties.stationId, base.station), eq(parties.addressId, row.addressId)))
  const [latest] = await tx
    .select()
    .from(disputes)
    .where(
      and(
        mine,
        ne(disputes.state, 'CLOSED'),
        isNull(disputes.mergedInto),
        or(eq(disputes.reporterAddress, row.addressId), inArray(disputes.id, asParty)),
      ),
    )
    .orderBy(desc(disputes.updatedAt))
    .limit(1)
  return latest ?? null
}

export async function tellSomebody(
  books: Books,
  row: Pick<Row, 'priority'>,
  receiver: string | null,
  dispute: Dispute | null,
  why: string,
): Promise<void> {
  const notice: Notice = {
    kind: 'undelivered',
    offset: offsetOf(books),
    facts: dispute && factsShown(books, dispute),
    why,
  }
  const how = { priority: Math.max(row.priority, 20), ...(dispute ? { dispute: dispute.id } : {}) }
  const closed = dispute !== null && restricted(books, dispute)
  // Somebody who cannot be reached is no use as the one to be told.
  for (const person of [dispute?.officerId, closed ? dispute.leaderId : null])
    if (person && person !== receiver && (await books.tellPerson(person, notice, how)) > 0) return
  const village = closed ? dispute.village : null
  for (const role of closed ? ABOVE : ANYBODY) {
    let told = 0
    for (const { id } of await books.people({ roles: [role], active: true, ...(village ? { village } : {}) }))
      if (id !== receiver) told += await books.tellPerson(id, notice, how)
    if (told > 0) return
  }
}

const ANYBODY: readonly Role[] = ['duty', 'leader', 'chief']
/** Of a complaint about the police, and where officers lead, whoever happens to be on duty learns nothing. */
const ABOVE: readonly Role[] = ['leader', 'chief']

/** Reasons are codes of platforms; whatever else gets here is cut short. */
const codeOf = (why: string): string => why.slice(0, 80)
