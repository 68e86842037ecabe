// Giving a warning: its slot is taken once and for ever, by whichever process comes first, and what no longer stands is ended.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Warning } from '../../flows/casework/warnings/types.ts'
import type { Json } from '../../flows/core/event.ts'
import type { Books } from '../books.ts'
import { warnings } from '../schema/index.ts'

/** `told`: a card or an alarm of its own says it now. False when the slot was given before: then nothing is to be said. */
export async function give(
  books: Books,
  warning: Warning,
  about: { dispute: string | null; people: readonly string[]; told: boolean },
): Promise<boolean> {
  const id = books.newId()
  const written = await books.tx
    .insert(warnings)
    .values({
      stationId: books.station.id,
      id,
      disputeId: about.dispute,
      code: warning.code,
      about: warning.about,
      slot: warning.slot,
      reasons: JSON.parse(JSON.stringify(warning.reasons)) as Json,
      cases: [...warning.cases],
      people: [...about.people],
      at: books.now,
      toldAt: about.told ? books.now : null,
    })
    .onConflictDoNothing()
    .returning({ id: warnings.id })
  return written.length > 0
}

/** Their cause is gone, or a later giving has taken their place. */
export async function end(books: Books, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await books.tx
    .update(warnings)
    .set({ endedAt: books.now })
    .where(
      and(eq(warnings.stationId, books.station.id), inArray(warnings.id, [...ids]), isNull(warnings.endedAt)),
    )
}

/** They were told by this moment, by a message of their own or by the day's. */
export async function told(books: Books, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await books.tx
    .update(warnings)
    .set({ toldAt: books.now })
    .where(and(eq(warnings.stationId, books.station.id), inArray(warnings.id, [...ids])))
}
