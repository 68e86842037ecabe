// Somebody has no time just now, would rather be phoned, or is not there: asked again in two days, or an officer calls.
import { DAY } from '../../flows/casework/calendar.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { halfFor, putOff } from './record-revisit.ts'
import { waitUnanswered } from './shared/ask-side.ts'
import type { Case } from './shared/case.ts'
import { subjectOf } from './shared/case.ts'
import { isAwaited } from './shared/round-of.ts'
import { type RevisitRow, setRevisit } from './shared/rounds.ts'
import { tellOfCase } from './shared/tell-wish.ts'
import { forget } from './shared/waiting.ts'

const LATER = 2 * DAY
/** So often "later" is later; then a person asks. */
const MOST = 2

export const putOffRevisit: Handler<'putOffRevisit'> = async (books, { revisit, side, wish }) => {
  const held = await halfFor(books, { revisit, side, mode: 'chat' })
  if (isRefused(held)) return held
  const { c, half } = held
  const result = { number: c.row.number }
  // An officer has asked meanwhile.
  if (!isAwaited(half)) return result
  books.audit('revisit-put-off', subjectOf(c), { revisit, side, wish })
  const row = await setRevisit(books, half, { attempts: [...half.attempts, { at: books.now, mode: 'chat' }] })
  const often = row.attempts.filter(({ mode }) => mode === 'chat').length > MOST
  if (wish !== 'later' || often) await giveToOfficer(books, c, row)
  else await putOff(books, c, row, books.now + LATER)
  return result
}

async function giveToOfficer(books: Books, c: Case, half: RevisitRow): Promise<void> {
  await books.cancel(`ask:${c.row.id}:${half.id}`)
  await forget(books, c, 'revisit', half.id)
  const row = await setRevisit(books, half, {
    state: 'open',
    mode: 'call',
    openedAt: half.openedAt ?? books.now,
  })
  await waitUnanswered(books, c, row, 'remind', DAY)
  await tellOfCase(books, { c }, 'call')
}
