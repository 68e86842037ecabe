// Somebody has no time just now, would rather be phoned, or is not there: asked again in two days, or an officer calls.
import { DAY } from '../../flows/casework/calendar.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { chatTry, halfFor, putOff } from './record-revisit.ts'
import type { Case } from './shared/case.ts'
import { subjectOf } from './shared/case.ts'
import { makeTask } from './shared/officer-task.ts'
import { isAwaited } from './shared/round-of.ts'
import { type RevisitRow, setRevisit } from './shared/rounds.ts'
import { keepSaid, keepWith } from './shared/said-so-far.ts'
import { tellOfCase } from './shared/tell-wish.ts'

const LATER = 2 * DAY
/** So often "later" is later; then a person asks. */
const MOST = 2

export const putOffRevisit: Handler<'putOffRevisit'> = async (
  books,
  { revisit, side, wish, said = null, files },
) => {
  const held = await halfFor(books, { revisit, side, mode: 'chat' })
  if (isRefused(held)) return held
  const { c, half } = held
  const result = { number: c.row.number }
  // An officer has asked meanwhile.
  if (!isAwaited(half)) return result
  books.audit('revisit-put-off', subjectOf(c), { revisit, side, wish })
  await keepWith(books, c, files)
  const kept = await keepSaid(books, c, half, said)
  const row = await setRevisit(books, kept, { attempts: [...half.attempts, chatTry(books)] })
  const often = row.attempts.filter(({ mode, bounced }) => mode === 'chat' && !bounced).length > MOST
  if (wish !== 'later' || often) await giveToOfficer(books, c, row)
  else await putOff(books, c, row, books.now + LATER)
  return result
}

async function giveToOfficer(books: Books, c: Case, half: RevisitRow): Promise<void> {
  await makeTask(books, c, half, 'call')
  await tellOfCase(books, { c }, 'call')
}
