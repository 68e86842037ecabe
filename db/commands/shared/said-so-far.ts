// What a side answered before they had to go: kept sealed with their half of the round, joined by what is said later.
import type { FileRef } from '../../../flows/core/event.ts'
import type { RevisitAnswers } from '../../../flows/revisit/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { tellVoice } from './filing.ts'
import { type RevisitRow, setRevisit } from './rounds.ts'

type Half = Pick<RevisitRow, 'id' | 'answers'>

export function saidSoFar({ vault }: Pick<Case, 'vault'>, half: Half): RevisitAnswers | null {
  const plain = vault.open('revisits.answers', half.id, half.answers)
  return plain === null ? null : (JSON.parse(plain) as RevisitAnswers)
}

/** What was answered last counts; what was not asked again stands, and words are added to words. */
export function together(before: RevisitAnswers | null, now: RevisitAnswers | null): RevisitAnswers | null {
  if (!before || !now) return now ?? before
  const answered = Object.entries(now).filter(([, value]) => value !== null && value !== undefined)
  const words = [before.words, now.words].filter(Boolean).join('\n') || null
  return { ...before, ...Object.fromEntries(answered), words }
}

/** Kept as it was said; the half itself has not ended. */
export async function keepSaid(
  books: Books,
  c: Case,
  half: RevisitRow,
  said: RevisitAnswers | null,
): Promise<RevisitRow> {
  if (said === null) return half
  const all = JSON.stringify(together(saidSoFar(c, half), said))
  return setRevisit(books, half, { answers: c.vault.seal('revisits.answers', half.id, all) })
}

/** Photos and voices belong to the case from now on; a voice waits for a listener. */
export async function keepWith(books: Books, c: Case, files: FileRef[] = []): Promise<void> {
  await books.attachFiles(files, { id: c.row.id, keyId: c.row.keyId }, 'revisit')
  await tellVoice(books, c, files)
}
