// Whoever answered the guarded talk: the phrase opens it, once; anything else ends it blandly, and a person looks.
import { hasHardTrigger } from '../../flows/casework/risk.ts'
import type { PhraseNews } from '../../flows/notices/notice.ts'
import type { Books, Handler } from '../books.ts'
import { byPerson, forgetSaid, soundAlarm, tellPhrase, tellPhraseDaily } from './shared/appointment.ts'
import { type Case, lockCase, subjectOf } from './shared/case.ts'
import { hearDanger, riskCodes } from './shared/emergency.ts'
import { evaluate } from './shared/grading.ts'
import { noSuchCase } from './shared/refusal.ts'
import { type Party, partiesOf } from './shared/resident.ts'
import { type RevisitRow, revisitById } from './shared/rounds.ts'
import { mayChat, phraseHash, planOf } from './shared/safe-contact.ts'
import { partOf } from './shared/sight.ts'

type Tried = { c: Case; party: Party; half: RevisitRow | null }
const CLOSED = { as: 'closed' } as const

export const notePhrase: Handler<'notePhrase'> = async (books, given) => {
  const { dispute, revisit, side, what, text, again, danger } = given
  const c = await lockCase(books, dispute)
  if (!c || books.actor.person !== null || (await partOf(books, c.row)) !== side) return noSuchCase()
  const party = (await partiesOf(books, c.row.id)).find((one) => one.side === side)
  // Only the chat that is this side's own, not another of the same resident.
  if (!party || party.addressId !== books.actor.address) return noSuchCase()
  const half = revisit === null ? null : await revisitById(books, revisit)
  if (revisit !== null && (half?.disputeId !== c.row.id || half.side !== side)) return noSuchCase()
  const tried = { c, party, half }
  if (what !== 'said') {
    await endTry(books, tried, what)
    return CLOSED
  }
  const hash = phraseHash(books, party.id, text)
  const plan = planOf(c, party)
  const right = plan?.phrase === hash
  const duress = plan?.duress === hash
  if (right || duress) await forgetSaid(books, books.actor.address ?? '', [text])
  if (duress) {
    await endTry(books, tried, 'duress')
    return CLOSED
  }
  if (danger.hard && hasHardTrigger(riskCodes(danger.codes))) {
    await hearDanger(books, c, side, danger.codes, text)
    await evaluate(books, c)
    await endTry(books, tried, 'danger')
    return CLOSED
  }
  if (right && !again && (await isOpen(books, tried))) {
    books.audit('phrase-right', subjectOf(c), { side, revisit })
    return { as: 'open' }
  }
  await endTry(books, tried, right ? 'late' : again ? 'again' : 'wrong')
  return CLOSED
}

/** The one try is still to be made: nobody else has taken this over, and the plan still allows this chat. */
async function isOpen(books: Books, { c, party, half }: Tried): Promise<boolean> {
  if (half === null) return party.atRisk
  return half.state === 'open' && half.mode === 'chat' && (await mayChat(books, c, half.side)) !== null
}

/** Officers are told, and have it from now on. The call for help and words of danger are told each time, whatever was before. */
async function endTry(books: Books, { c, party, half }: Tried, why: PhraseNews): Promise<void> {
  const asked = half?.state === 'open' && half.mode === 'chat' ? half : null
  if (asked) await byPerson(books, c, asked)
  if (why === 'duress' || why === 'danger') {
    await soundAlarm(books, c)
    await tellPhrase(books, c, why)
  } else if (asked) await tellPhrase(books, c, why)
  else await tellPhraseDaily(books, c, party.id, why)
}
