// The next thing somebody must do on each of several cases, and by when.
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { deadlines } from '../../flows/casework/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { type Dispute, stateOf } from '../commands/shared/case.ts'
import { lastMomentOf } from '../commands/shared/waiting.ts'
import { duties, referrals, revisits } from '../schema/index.ts'
import type { Name } from '../store.ts'

export type NextDue = { what: Name; at: Instant }

const BEFORE_CONTACT: readonly State[] = ['DRAFT', 'REPORTED', 'SCREENING', 'ACCEPTED', 'ASSIGNED', 'CLAIMED']
const BEFORE_AGREED: readonly State[] = ['ACCEPTED', 'ASSIGNED', 'CLAIMED', 'MEDIATING']
const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

/** By the id of the case; the earliest of what is waited for. */
export async function nextDues(books: Books, rows: readonly Dispute[]): Promise<Map<string, NextDue | null>> {
  const ids = rows.filter((row) => [...FOLLOWED, 'REFERRED'].includes(stateOf(row))).map(({ id }) => id)
  const waiting = ids.length > 0 ? await followed(books, ids) : new Map<string, NextDue[]>()
  return new Map(rows.map((row) => [row.id, earliest([...own(books, row), ...(waiting.get(row.id) ?? [])])]))
}

const earliest = (all: readonly NextDue[]): NextDue | null =>
  [...all].sort((one, other) => one.at - other.at)[0] ?? null

/** What the case itself says. */
function own(books: Books, row: Dispute): NextDue[] {
  const state = stateOf(row)
  const found: NextDue[] = []
  const add = (zh: string, en: string, at: Instant | null) =>
    at !== null && found.push({ what: { zh, en }, at })
  if (state === 'EMERGENCY' && row.emergencyAt !== null)
    add(
      '处置险情',
      'Deal with the danger',
      deadlines('RED', row.emergencyAt, books.station.rulebook).firstContact,
    )
  if (state === 'ASSIGNED') add('签收', 'Acknowledge', row.acceptBy)
  if (BEFORE_CONTACT.includes(state) && row.contactedAt === null)
    state === 'SCREENING'
      ? add('研判、首次联系', 'Triage, first contact', row.contactBy)
      : add('首次联系', 'First contact', row.contactBy)
  if (BEFORE_AGREED.includes(state)) add('调解', 'Mediate', row.targetAt)
  if (state === 'SUSPENDED' && row.resumeOn !== null)
    add('恢复调解', 'Resume mediation', lastMomentOf(books, row.resumeOn))
  return found
}

async function followed(books: Books, ids: string[]): Promise<Map<string, NextDue[]>> {
  const station = books.station.id
  const owed = await books.tx
    .select({ id: duties.disputeId, no: duties.no, at: duties.dueAt })
    .from(duties)
    .where(
      and(
        eq(duties.stationId, station),
        inArray(duties.disputeId, ids),
        inArray(duties.state, ['open', 'part', 'overdue']),
        isNotNull(duties.dueAt),
      ),
    )
  const asked = await books.tx
    .select({ id: revisits.disputeId, at: revisits.at })
    .from(revisits)
    .where(
      and(
        eq(revisits.stationId, station),
        inArray(revisits.disputeId, ids),
        inArray(revisits.state, ['planned', 'open']),
      ),
    )
  const sent = await books.tx
    .select({ id: referrals.disputeId, at: referrals.dueAt, ack: referrals.ackAt })
    .from(referrals)
    .where(
      and(
        eq(referrals.stationId, station),
        inArray(referrals.disputeId, ids),
        or(isNull(referrals.result), eq(referrals.result, 'taken')),
      ),
    )
  const found = new Map<string, NextDue[]>()
  const add = (id: string, zh: string, en: string, at: Instant) =>
    found.set(id, [...(found.get(id) ?? []), { what: { zh, en }, at }])
  for (const { id, no, at } of owed) if (at !== null) add(id, `履行第${no}项`, `Perform duty ${no}`, at)
  for (const { id, at } of asked) add(id, '回访', 'Revisit', at)
  for (const { id, at, ack } of sent)
    ack === null
      ? add(id, '移交回执', 'Receipt of the referral', at)
      : add(id, '移交结果', 'Result of the referral', at)
  return found
}
