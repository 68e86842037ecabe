// A case that was passed on: what went with it, and how it ended: taken and settled by the other body, or sent back.
import { and, eq } from 'drizzle-orm'
import type { Material } from '../../../flows/referral/commands.ts'
import type { Books } from '../../books.ts'
import { referrals } from '../../schema/index.ts'
import type { Case } from './case.ts'
import { lastReferral, tellReporter } from './resident.ts'

export type ReferralRow = typeof referrals.$inferSelect

/** What is sealed of a referral; what was written before there was more to say has only the first three. */
export type Details = {
  toPerson: string
  phone: string | null
  reason: string
  materials?: Material[]
  files?: string[]
  more?: string | null
  /** Who received it there, where it was somebody else. */
  receivedBy?: string | null
  /** Who noted that it was received. */
  notedBy?: string
}

export function detailsOf(c: Pick<Case, 'vault'>, { id, details }: ReferralRow): Details | null {
  const kept = c.vault.open('referrals.details', id, details)
  return kept === null ? null : (JSON.parse(kept) as Details)
}

/** Why it was sent back, or what came of it; and the result in a sentence for whoever reported it. */
export type Ending = { words: string; told: string | null }
type Noted = Ending & { by: string }

export const endingOf = (
  c: Pick<Case, 'vault'>,
  { id, resultWords }: Pick<ReferralRow, 'id' | 'resultWords'>,
): Noted | null => {
  const kept = c.vault.open('referrals.result_words', id, resultWords)
  return kept === null ? null : (JSON.parse(kept) as Noted)
}

export async function setReferral(
  books: Books,
  { id }: Pick<ReferralRow, 'id'>,
  set: Partial<Omit<ReferralRow, 'stationId' | 'id' | 'disputeId'>>,
): Promise<void> {
  await books.tx
    .update(referrals)
    .set(set)
    .where(and(eq(referrals.stationId, books.station.id), eq(referrals.id, id)))
}

/**
 * Whoever writes how it ended has heard from the receiving unit. The reporter learns that we have it again, or the result in
 * the sentence that was written for them; people at risk by their plan alone. A result that stands is not written over.
 */
export async function endReferral(
  books: Books,
  c: Case,
  result: 'returned' | 'finished',
  { words, told }: Ending,
): Promise<void> {
  const last = await lastReferral(books, c)
  if (!last || last.result === 'finished' || last.result === 'returned') return
  const noted: Noted = { words, told, by: books.actor.id }
  await setReferral(books, last, {
    ackAt: last.ackAt ?? books.now,
    result,
    resultAt: books.now,
    resultWords: c.vault.seal('referrals.result_words', last.id, JSON.stringify(noted)),
  })
  if (result === 'returned') await tellReporter(books, c, 'referralBack')
  else if (told !== null) await tellReporter(books, c, 'referralResult')
}
