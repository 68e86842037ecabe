// A message that did not arrive, or may not have: somebody who works here is told, in the same transaction.
import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { SubCode } from '../flows/casework/tables/taxonomy.ts'
import { category } from '../flows/casework/taxonomy.ts'
import type { CaseFacts, Notice } from '../flows/notices/notice.ts'
import type { Base } from './base.ts'
import type { Books } from './books.ts'
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
  const facts = dispute ? factsOf(books, dispute) : null
  const notice: Notice = {
    kind: 'undelivered',
    offset: books.station.rulebook.calendar.offsetMinutes,
    facts,
    why,
  }
  const how = { priority: Math.max(row.priority, 20), ...(dispute ? { dispute: dispute.id } : {}) }
  const officer = dispute?.officerId
  // An officer who cannot be reached is no use as the one to be told.
  if (officer && officer !== receiver && (await books.tellPerson(officer, notice, how)) > 0) return
  const others = await books.people({ roles: ['duty', 'leader', 'chief'], active: true })
  for (const role of ['duty', 'leader', 'chief'] as const) {
    let told = 0
    for (const { id, roles } of others)
      if (id !== receiver && roles.includes(role)) told += await books.tellPerson(id, notice, how)
    if (told > 0) return
  }
}

function factsOf(books: Books, dispute: Dispute): CaseFacts {
  const village = books.station.villages.find(({ code }) => code === dispute.village)
  return {
    number: dispute.number,
    level: dispute.level,
    category: category(dispute.category as SubCode).name,
    village: village?.name ?? null,
  }
}

/** Reasons are codes of platforms; whatever else gets here is cut short. */
const codeOf = (why: string): string => why.slice(0, 80)
