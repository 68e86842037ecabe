// What was told of several cases and where, for comparing them: read by the books themselves and shown to nobody.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Telling } from '../../../flows/casework/alike.ts'
import type { Books } from '../../books.ts'
import { disputeNotes } from '../../schema/index.ts'
import type { Dispute } from './case.ts'

type Told = Pick<Telling, 'place' | 'text'>

const toldPlace = z.object({
  place: z.object({ lat: z.number(), lon: z.number() }).nullish().catch(null),
})

/** Of each case the words as they were told last; a case whose key was destroyed has none. */
export async function toldOf(books: Books, rows: readonly Dispute[]): Promise<Map<string, Told>> {
  const notes = await books.tx
    .select()
    .from(disputeNotes)
    .where(
      and(
        eq(disputeNotes.stationId, books.station.id),
        inArray(
          disputeNotes.disputeId,
          rows.map(({ id }) => id),
        ),
        inArray(disputeNotes.kind, ['narrative', 'report']),
      ),
    )
    .orderBy(asc(disputeNotes.at), asc(disputeNotes.id))
  const told = new Map<string, Told>()
  for (const row of rows) {
    const vault = await books.vault(row.keyId)
    if (vault.erased) continue
    const last = (kind: string) => {
      const note = notes.findLast((one) => one.disputeId === row.id && one.kind === kind)
      return note ? vault.open('dispute_notes.text', note.id, note.text) : null
    }
    told.set(row.id, { text: last('narrative') ?? '', place: placeIn(last('report')) })
  }
  return told
}

function placeIn(report: string | null): Told['place'] {
  const found = report === null ? null : toldPlace.safeParse(JSON.parse(report)).data?.place
  return found ?? null
}
