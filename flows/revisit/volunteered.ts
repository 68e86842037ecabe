// What somebody says beyond the question: that they have begun, that they have no time, how much came or was paid.
import { oneSum } from '../casework/understand/exact-sum.ts'
import type { Answers } from '../core/conversation.ts'
import { isBusy } from './busy.ts'
import type { Told } from './told.ts'

export function volunteered(said: string, told: Told): Answers {
  // Whoever answers the greeting with what is on their mind has begun.
  if (told.begin === undefined) return said.trim().length > 1 ? { begin: 'now' } : {}
  if (told.begin !== 'now') return {}
  if (isBusy(said) && !isAnswer(said, told)) return { busy: 'yes' }
  return sumSaid(said, told)
}

/** "忙" may be why a thing is not done: what a question took in is its answer. */
const isAnswer = (said: string, { reason, help }: Told): boolean =>
  reason?.words === said.trim() || help === said.trim()

/** The one sum that was said to have come or to have been paid; never a promise, a rest, or one of several. */
function sumSaid(said: string, told: Told): Answers {
  const sum = oneSum(said)
  if (sum?.is !== 'done') return {}
  const way = sum.way ?? wayAsked(told)
  const owed = way === 'received' ? told.given.owedMoney : told.given.owesMoney
  return way !== null && owed ? { [way]: { fen: sum.fen, approx: sum.approx } } : {}
}

/** Whose payment is being talked of; null where it may be either. */
function wayAsked({ given, theirs, own }: Told): 'received' | 'paid' | null {
  if (given.owed && theirs === undefined) return 'received'
  if (given.owes && own === undefined) return 'paid'
  if ((theirs === 'part') === (own === 'part')) return null
  return theirs === 'part' ? 'received' : 'paid'
}
