// A side was to be asked in chat and was not, because nobody swept for a while: its part of the round is looked at anew.
import type { DueHandler } from '../books.ts'
import { lockCase } from '../commands/shared/case.ts'
import { awaitRevisit, revisitById, setRevisit } from '../commands/shared/rounds.ts'
import { forget } from '../commands/shared/waiting.ts'

/** Named `ask:<dispute>:<revisit>`. Nothing was said in this chat yet. */
export const lateOpening: DueHandler = async (books, { key }) => {
  const [, dispute = '', revisit = ''] = key.split(':')
  const c = await lockCase(books, dispute)
  const half = c && (await revisitById(books, revisit))
  if (!c || half?.state !== 'open' || half.mode !== 'chat') return
  const untried = half.attempts.length === 0
  await setRevisit(books, half, { state: 'planned', ...(untried ? { openedAt: null, addressId: null } : {}) })
  await forget(books, c, 'unanswered', half.id)
  await forget(books, c, 'appointment', half.id)
  await awaitRevisit(books, c, half.id, books.now)
}
