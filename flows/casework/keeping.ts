// Whether a side keeps what it promised: the books, the creditor's word and the debtor's own admission, in that order.
import type { Instant } from './calendar.ts'
import { type Duty, type Standing, standing } from './duties.ts'
import { type Fen, sumFen } from './money.ts'
import { type Account, answersOf, contradict, type RevisitAnswers, type Round } from './round.ts'

/** Money promised and partly paid. `claimedFen` is the debtor's own figure, where it was given. */
export type Half = {
  debtor: 'A' | 'B'
  agreedFen: Fen
  paidFen: Fen
  remainingFen: Fen
  claimedFen: Fen | null
}

export type Keeping = {
  debtor: 'A' | 'B'
  /** `claimed` is the debtor's word alone; `disputed` is left to people. */
  state: 'kept' | 'not-yet' | 'claimed' | 'disputed' | 'partial' | 'late' | 'refuses'
  /** Duties that were due by now and that the creditor calls done. */
  confirms: number[]
  half: Half | null
}

type Given = {
  round: Round
  duties: readonly Duty[]
  parties?: { A: readonly string[]; B: readonly string[] }
  now: Instant
}

const PARTIES = { A: ['A'], B: ['B'] } as const

export function keepingOf({ round, duties, parties = PARTIES, now }: Given): Keeping[] {
  const A = answersOf(round.A)
  const B = answersOf(round.B)
  const of = (side: readonly string[]): Held[] =>
    duties
      .filter(({ debtor }) => side.includes(debtor))
      .map((duty) => ({ duty, now: standing(duty, now, duties) }))
  const blind = duties.length === 0
  const heard = { A: round.A.kind === 'answered', B: round.B.kind === 'answered' }
  return [
    one('A', A, B, of(parties.A), { blind, heard: heard.B, now }),
    one('B', B, A, of(parties.B), { blind, heard: heard.A, now }),
  ]
}

type Held = { duty: Duty; now: Standing }

/** `blind` is a round without any duty on the books: words are all there is. `heard` is that the creditor answered. */
type Sight = { blind: boolean; heard: boolean; now: Instant }

function one(
  debtor: 'A' | 'B',
  owes: RevisitAnswers,
  owed: RevisitAnswers,
  held: Held[],
  sight: Sight,
): Keeping {
  const unfinished = held.filter(({ now }) => now.status !== 'done' && now.status !== 'waived')
  const late = unfinished.some(({ now }) => now.status === 'overdue')
  /** What binds at this moment and could be broken. */
  const binding = late || sight.blind || unfinished.some(({ duty }) => duty.dueAt === null)
  /** Its day is still to come, and none is over: what is begun is under way. */
  const coming = !late && unfinished.some(({ duty }) => duty.dueAt !== null)
  const state = stateOf(owes, owed, { late, binding, coming, heard: sight.heard })
  const confirms = state === 'kept' && owed.other === 'all' ? confirmed(unfinished, owed, sight.now) : []
  return { debtor, state, confirms, half: halfOf(debtor, owes, owed, held, confirms) }
}

/** "All done" can only mean what was due by now; a sum that falls short of it confirms nothing. */
function confirmed(unfinished: Held[], { receivedFen }: RevisitAnswers, now: Instant): number[] {
  const due = unfinished.filter(
    ({ duty, now: stands }) => duty.dueAt !== null && duty.dueAt <= now && stands.waitsFor === null,
  )
  const claimed = sumFen(due.map(({ duty }) => duty.amountFen ?? 0))
  return receivedFen !== null && receivedFen < claimed ? [] : due.map(({ duty }) => duty.no)
}

type Bound = { late: boolean; binding: boolean; coming: boolean; heard: boolean }

function stateOf(
  owes: RevisitAnswers,
  owed: RevisitAnswers,
  { late, binding, coming, heard }: Bound,
): Keeping['state'] {
  if (owes.reasons.includes('refuses') && isUndone(owes.own, owed.other, coming)) return 'refuses'
  if (contradict({ ...owes, other: null, receivedFen: null }, { ...owed, own: null, paidFen: null }))
    return 'disputed'
  switch (believed(owes.own, owed.other)) {
    case 'all':
      return 'kept'
    case 'claimed':
      if (!late) return 'kept'
      return heard ? 'late' : 'claimed'
    case 'part':
      if (coming) return 'not-yet'
      if (!late && binding && owes.reasons.includes('plan')) return 'partial'
      return binding ? 'late' : 'not-yet'
    case 'none':
      return binding ? 'late' : 'not-yet'
    case null:
      return late ? 'late' : 'not-yet'
  }
}

/** Before its day only nothing at all can be refused: with a part, or "not yet", hard words are only words. */
const isUndone = (own: Account | null, other: Account | null, coming: boolean): boolean =>
  own !== 'all' && other !== 'all' && (!coming || own === 'none' || other === 'none')

/** The creditor knows best; a debtor is believed when admitting to less. */
function believed(own: Account | null, other: Account | null): 'all' | 'part' | 'none' | 'claimed' | null {
  if (other !== null && other !== 'not-due') return other
  if (own === 'part' || own === 'none') return own
  return own === 'all' ? 'claimed' : null
}

function halfOf(
  debtor: 'A' | 'B',
  owes: RevisitAnswers,
  owed: RevisitAnswers,
  held: Held[],
  confirms: number[],
): Half | null {
  const money = held.filter(
    ({ duty }) => duty.kind === 'payment' || (duty.kind === 'return' && duty.amountFen !== null),
  )
  const agreedFen = sumFen(money.map(({ duty }) => duty.amountFen ?? 0))
  const booked = sumFen(
    money.map(({ duty, now }) => (confirms.includes(duty.no) ? (duty.amountFen ?? 0) : now.paidFen)),
  )
  const paidFen = Math.min(agreedFen, Math.max(booked, owed.receivedFen ?? 0))
  if (paidFen === 0 || paidFen === agreedFen) return null
  return { debtor, agreedFen, paidFen, remainingFen: agreedFen - paidFen, claimedFen: owes.paidFen }
}
