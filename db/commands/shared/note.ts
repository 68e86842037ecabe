// What was written about a case, each piece sealed under the key of the dispute.
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Books } from '../../books.ts'
import { disputeNotes } from '../../schema/index.ts'
import type { Case } from './case.ts'

export type NoteKind =
  | 'narrative'
  | 'report'
  | 'safeContact'
  | 'added'
  | 'correction'
  | 'note'
  | 'danger'
  | 'disposition'
  | 'emergencyTaken'

export const addNote = (books: Books, c: Case, kind: NoteKind, by: string, text: string): Promise<void> =>
  addNotes(books, c, by, [[kind, text]])

export async function addNotes(
  books: Books,
  c: Case,
  by: string,
  notes: readonly (readonly [kind: NoteKind, text: string])[],
): Promise<void> {
  const rows = notes.map(([kind, text]) => {
    const id = books.newId()
    const sealed = c.vault.seal('dispute_notes.text', id, text)
    return { stationId: books.station.id, id, disputeId: c.row.id, kind, at: books.now, by, text: sealed }
  })
  await books.tx.insert(disputeNotes).values(rows)
}

export type Note = { kind: string; at: number; by: string; text: string | null }

/** Oldest first. */
export async function notesOf(
  books: Books,
  c: Pick<Case, 'row' | 'vault'>,
  kinds: NoteKind[],
): Promise<Note[]> {
  const rows = await books.tx
    .select()
    .from(disputeNotes)
    .where(
      and(
        eq(disputeNotes.stationId, books.station.id),
        eq(disputeNotes.disputeId, c.row.id),
        inArray(disputeNotes.kind, kinds),
      ),
    )
    .orderBy(asc(disputeNotes.at), asc(disputeNotes.id))
  return rows.map(({ id, kind, at, by, text }) => ({
    kind,
    at,
    by,
    text: c.vault.open('dispute_notes.text', id, text),
  }))
}

/** Who took the emergency that is running and works here; null while nobody has. */
export const emergencyTaker = async (books: Books, c: Case): Promise<string | null> =>
  (await emergencyTaken(books, c))?.by ?? null

export async function emergencyTaken(books: Books, c: Case): Promise<{ by: string; at: number } | null> {
  const since = c.row.emergencyAt
  if (since === null) return null
  const rows = await books.tx
    .select({ at: disputeNotes.at, by: disputeNotes.by })
    .from(disputeNotes)
    .where(
      and(
        eq(disputeNotes.stationId, books.station.id),
        eq(disputeNotes.disputeId, c.row.id),
        eq(disputeNotes.kind, 'emergencyTaken'),
      ),
    )
    .orderBy(asc(disputeNotes.at), asc(disputeNotes.id))
  // Whoever has left the station since has it no more.
  for (const one of rows) if (one.at >= since && (await books.person(one.by)) !== null) return one
  return null
}
