// One side says yes or no to a change of what was agreed. Two yeses bring it into force, one no ends it; nobody learns who.
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { chatAddress } from './shared/ask-side.ts'
import { lockCase, subjectOf } from './shared/case.ts'
import { noSuchCase } from './shared/refusal.ts'
import { tellSides } from './shared/resident.ts'
import { partOf } from './shared/sight.ts'
import {
  agree,
  bringIntoForce,
  dutyOf,
  endSupplement,
  missing,
  supplementById,
} from './shared/supplements.ts'
import { tellSupplement } from './shared/tell-supplement.ts'

export const confirmSupplement: Handler<'confirmSupplement'> = async (books, given) => {
  const asked = await supplementById(books, given.supplement)
  const c = asked && (await lockCase(books, asked.disputeId))
  const side = c && (await partOf(books, c.row))
  if (!c || (side !== 'A' && side !== 'B')) return noSuchCase()
  // Looked at again under the lock of the case: the other side may have answered this moment.
  const row = await supplementById(books, given.supplement)
  const held = row && (await dutyOf(books, c, row))
  if (row?.state !== 'asked' || !held || !missing(row).includes(side)) return over()
  // Officers lead the case by now, or both sides have come to use one account: what is said in chat decides nothing there.
  if ((await chatAddress(books, c, side)) === null) return over()
  books.audit('supplement-answered', subjectOf(c), { supplement: row.id, side, agree: given.agree })
  const result = { number: c.row.number }
  if (given.agree === 'no') {
    await endSupplement(books, c, row, 'refused')
    await tellSupplement(books, c, held.row.no, 'refused')
    return result
  }
  const agreed = await agree(books, c, row, side, 'chat')
  if (missing(agreed).length > 0) return result
  const inForce = await bringIntoForce(books, c, agreed)
  if (isRefused(inForce)) return over()
  await tellSupplement(books, c, held.row.no, 'agreed')
  await tellSides(books, c, 'agreed')
  return result
}

const over = (): Refused =>
  refuse('over', '这件事不用再回了，谢谢您。', 'This needs no answer any more, thank you.')
