// A case for whoever looks after the machine: states, levels, times and counts, and not one personal word.
import { and, asc, count, eq } from 'drizzle-orm'
import type { Json } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import type { Dispute } from '../commands/shared/case.ts'
import {
  disputeNotes,
  due,
  duties,
  files,
  gradings,
  parties,
  revisits,
  rounds,
  transitions,
} from '../schema/index.ts'
import { byNumber } from './reader.ts'

export async function caseShown(books: Books, number: string): Promise<Json | null> {
  const row = await byNumber(books, number)
  if (!row) return null
  books.audit('show-case', `dispute:${row.id}`)
  return {
    number: row.number,
    rev: row.rev,
    state: row.state,
    level: row.level,
    category: row.category,
    track: row.track,
    village: row.village,
    source: row.source,
    complete: row.complete,
    officer: row.officerId,
    leader: row.leaderId,
    times: timesOf(row),
    endReason: row.endReason,
    mergedInto: row.mergedInto,
    ...(await recordsOf(books, row.id)),
  }
}

const AT = [
  'filedAt',
  'registeredAt',
  'screenedAt',
  'acceptedAt',
  'assignedAt',
  'claimedAt',
  'contactedAt',
  'mediatedAt',
  'agreedAt',
  'closedAt',
  'reopenedAt',
  'acceptBy',
  'contactBy',
  'targetAt',
  'emergencyAt',
  'levelAt',
  'updatedAt',
] as const satisfies readonly (keyof Dispute)[]

const timesOf = (row: Dispute): { [name: string]: Json } =>
  Object.fromEntries(
    AT.flatMap((name) => {
      const at = row[name]
      return at === null ? [] : [[name, new Date(at).toISOString()]]
    }),
  )

const when = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

async function recordsOf(books: Books, id: string): Promise<{ [name: string]: Json }> {
  const { tx, station } = books
  const of = (table: { stationId: any; disputeId: any }) =>
    and(eq(table.stationId, station.id), eq(table.disputeId, id))
  const path = await tx
    .select()
    .from(transitions)
    .where(of(transitions))
    .orderBy(asc(transitions.rev), asc(transitions.step))
  const graded = await tx.select().from(gradings).where(of(gradings)).orderBy(asc(gradings.at))
  const owed = await tx.select().from(duties).where(of(duties)).orderBy(asc(duties.no))
  const asked = await tx.select().from(rounds).where(of(rounds)).orderBy(asc(rounds.no))
  const halves = await tx.select().from(revisits).where(of(revisits)).orderBy(asc(revisits.side))
  const waits = await tx
    .select()
    .from(due)
    .where(and(of(due), eq(due.state, 'open')))
    .orderBy(asc(due.at), asc(due.key))
  const sides = await tx.select().from(parties).where(of(parties)).orderBy(asc(parties.side))
  const notes = await tx.select({ n: count() }).from(disputeNotes).where(of(disputeNotes))
  const kept = await tx.select({ n: count() }).from(files).where(of(files))
  return {
    path: path.map(({ at, from, to, role, by, reason }) => ({ at: when(at), from, to, role, by, reason })),
    gradings: graded.map(({ at, level, score, by, version, reasons }) => ({
      at: when(at),
      level,
      score,
      by,
      version,
      codes: reasons.map(({ code }) => code),
    })),
    sides: sides.map(({ side, addressId, willing, atRisk, stoppedAt }) => ({
      side,
      inChat: addressId !== null,
      willing,
      atRisk,
      stopped: stoppedAt !== null,
    })),
    duties: owed.map(({ no, debtor, kind, amountFen, paidFen, dueAt, state }) => ({
      no,
      debtor,
      kind,
      amountFen,
      paidFen,
      due: when(dueAt),
      state,
    })),
    rounds: asked.map(({ id: round, no, at, mode, state, code, verdict, surface, signals, flag }) => ({
      no,
      at: when(at),
      mode,
      state,
      code,
      verdict,
      surface,
      signals,
      flag,
      sides: halves
        .filter(({ roundId }) => roundId === round)
        .map((half) => ({
          side: half.side,
          mode: half.mode,
          state: half.state,
          tries: half.attempts.filter(({ bounced }) => !bounced).length,
          ended: when(half.endedAt),
        })),
    })),
    waits: waits.map(({ kind, at }) => ({ kind, at: when(at) })),
    notes: notes[0]?.n ?? 0,
    files: kept[0]?.n ?? 0,
  }
}
