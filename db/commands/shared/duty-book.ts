// The duties of a case between their rows and the rules that judge them.
import { and, asc, eq, ne } from 'drizzle-orm'
import type { DutyKind } from '../../../flows/agreement/commands.ts'
import { type Confirmer, type Duty, type Proof, standing } from '../../../flows/casework/duties.ts'
import { type DutyLedger, ledgerOf, reminders } from '../../../flows/casework/ledger.ts'
import type { Books } from '../../books.ts'
import { duties, dutyEvents } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { forget, waitFor } from './waiting.ts'

export type DutyRow = typeof duties.$inferSelect
export type DutyEvent = typeof dutyEvents.$inferSelect
export type Held = { row: DutyRow; duty: Duty }

const KIND = {
  pay: 'payment',
  remove: 'removal',
  return: 'return',
  apologise: 'apology',
  stop: 'stop',
  boundary: 'boundary',
  other: 'other',
} as const satisfies Record<DutyKind, Duty['kind']>

/** Duties that both sides owe each other stand under one name on both sides. */
export const PARTIES = { A: ['A', 'both'], B: ['B', 'both'] } as const

/** What is in force: duties of an agreement that was replaced are history. */
export async function dutiesOf(books: Books, c: Pick<Case, 'row' | 'vault'>): Promise<Held[]> {
  const rows = await books.tx
    .select()
    .from(duties)
    .where(
      and(
        eq(duties.stationId, books.station.id),
        eq(duties.disputeId, c.row.id),
        ne(duties.state, 'replaced'),
      ),
    )
    .orderBy(asc(duties.no))
  const events = await books.tx
    .select()
    .from(dutyEvents)
    .where(and(eq(dutyEvents.stationId, books.station.id), eq(dutyEvents.disputeId, c.row.id)))
    .orderBy(asc(dutyEvents.at), asc(dutyEvents.id))
  return rows.map((row) => ({ row, duty: dutyOf(books, c, row, events) }))
}

export function dutyOf(
  books: Books,
  { vault }: Pick<Case, 'vault'>,
  row: DutyRow,
  events: readonly DutyEvent[],
): Duty {
  const own = events.filter(({ dutyId }) => dutyId === row.id)
  const done = own.filter(({ what }) => what === 'done' || what === 'part')
  const waived = own.find(({ what }) => what === 'waived')
  return {
    no: row.no,
    debtor: row.debtor,
    creditor: row.debtor === 'both' ? 'each-other' : row.creditor,
    kind: KIND[row.kind],
    amountFen: row.amountFen,
    what: vault.open('duties.what', row.id, row.what) ?? '',
    place: null,
    dueAt: row.dueAt,
    graceDays: books.station.rulebook.graceDays,
    dependsOn: null,
    performed: done.map((one, i) => ({
      no: i + 1,
      at: one.at,
      fen: row.amountFen === null ? null : (one.amountFen ?? 0),
      whole: one.what === 'done',
      ...proven(one.proof),
    })),
    waived: waived ? { at: waived.at, why: 'recorded' } : null,
  }
}

/** What a proof is to the rules: a paper, or somebody's word. */
export function proven(proof: DutyEvent['proof']): { proofs: Proof[]; confirmedBy: Confirmer[] } {
  switch (proof) {
    case 'receipt':
    case 'transfer':
      return { proofs: [proof], confirmedBy: [] }
    case 'creditor':
      return { proofs: [], confirmedBy: ['creditor'] }
    case 'seen':
      return { proofs: [], confirmedBy: ['officer'] }
    case null:
      return { proofs: [], confirmedBy: [] }
  }
}

export const ledger = (books: Books, held: readonly Held[]): DutyLedger =>
  ledgerOf(
    held.map(({ duty }) => duty),
    books.now,
  )

/** Brings a row up to date with what the rules make of its events. */
export async function keepDuty(books: Books, row: DutyRow, duty: Duty): Promise<DutyRow> {
  const now = standing(duty, books.now)
  const state = {
    pending: duty.dueAt === null ? 'lasting' : 'open',
    partial: 'part',
    done: 'done',
    overdue: 'overdue',
    waived: 'waived',
  }[now.status]
  const { amountFen, dueAt } = duty
  const set = { state, paidFen: now.paidFen, doneAt: now.doneAt, dueAt, amountFen }
  await books.tx
    .update(duties)
    .set(set)
    .where(and(eq(duties.stationId, books.station.id), eq(duties.id, row.id)))
  return { ...row, ...set }
}

export type Event = {
  what: DutyEvent['what']
  by: string
  amountFen?: number | null
  proof?: DutyEvent['proof']
  newDueAt?: number | null
  reason?: string | null
}

export async function writeEvent(books: Books, c: Case, row: DutyRow, event: Event): Promise<void> {
  const id = books.newId()
  const reason = event.reason?.trim()
  await books.tx.insert(dutyEvents).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    dutyId: row.id,
    at: books.now,
    by: event.by,
    what: event.what,
    amountFen: event.amountFen ?? null,
    proof: event.proof ?? null,
    newDueAt: event.newDueAt ?? null,
    reason: reason ? c.vault.seal('duty_events.reason', id, reason) : null,
  })
}

/** W06: three days before and on the day to whoever owes, the day after to the officer; and the moment it is overdue. */
export async function awaitDuty(books: Books, c: Case, row: DutyRow, duty: Duty): Promise<void> {
  await forget(books, c, 'duty', row.id)
  await forget(books, c, 'breach', row.id)
  const { overdueFrom, status } = standing(duty, books.now)
  if (status === 'done' || status === 'waived' || overdueFrom === null) return
  const payload = { duty: row.id }
  for (const { code, at } of reminders(duty, books.station.rulebook.calendar, books.now))
    await waitFor(books, c, 'duty', at, { payload: { ...payload, code }, about: `${row.id}:${code}` })
  if (overdueFrom >= books.now) await waitFor(books, c, 'breach', overdueFrom + 1, { payload, about: row.id })
}
