// W19: waiting until somebody has opened what was spoken.
import { w19 } from '../../flows/casework/warnings/w19.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { waitFor } from '../commands/shared/waiting.ts'
import { watchedCase } from './watched-case.ts'

/** When the first of what waits to be heard is too old, or the next step of it has come. */
export async function awaitVoice(books: Books, c: Case): Promise<void> {
  const { facts } = await watchedCase(books, c)
  const next = w19.next(facts, books.now, books.station.rulebook)
  if (next !== null) await waitFor(books, c, 'voice', next)
}
