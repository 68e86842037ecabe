// A message that did not arrive, or may not have: somebody who works here is told, in the same transaction.
import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Role } from '../flows/casework/roles.ts'
import type { Notice } from '../flows/notices/notice.ts'
import type { Base } from './base.ts'
import type { Books } from './books.ts'
import { restricted } from './commands/shared/case.ts'
import { factsShown, offsetOf } from './commands/shared/facts-shown.ts'
import { addresses, disputes, outbox, parties } from './schema/index.ts'

type Row = typeof outbox.$inferSelect

/** Ends a parcel as `dead` or `unknown`, and tells the officer of its case, or else whoever is on duty. */
export async function giveUp(
  base: Base,
  books: Books,
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
  const content = vault.open('outbox.content', row.id, row.content)
  // News of a failure that fails itself must not make more news.
  if (content === null || (JSON.parse(content) as { notice?: Notice }).notice?.kind === 'undelivered') return
  const first = address.unreachableSince === null
  if (first)
    await tx
      .update(addresses)
      .set({ unreachableSince: now })
      .where(and(eq(addresses.stationId, base.station), eq(addresses.id, row.addressId)))
  const dispute = await disputeOf(base, books, row)
  books.audit(`message-${state}`, `address:${row.addressId}`, {
    seq: row.seq,
    class: row.class,
    reason: codeOf(why),
    dispute: dispute?.id ?? null,
  })
  // One who cannot be reached is one piece of news, however many messages wait; what was sent once is always news.
  const matters = row.class === 'once' || address.personId !== null || (dispute !== null && first)
  if (matters) await tellSomebody(books, row, address.personId, dispute, codeOf(why))
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

async function tellSomebody(
  books: Books,
  row: Row,
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
