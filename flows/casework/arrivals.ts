// What somebody says has arrived in all, brought onto the payments owed to them: exact, in the order of their days.
import type { Instant } from './calendar.ts'
import { type Duty, standing } from './duties.ts'
import { type Fen, isFen, sumFen } from './money.ts'

/** One payment towards one duty; `whole` when nothing of it is left. */
export type Arrival = { no: number; fen: Fen; whole: boolean }

export type Arrivals = {
  arrived: Arrival[]
  /** The word and the books do not fit: less than is confirmed already, or more than was ever agreed. For people to look into. */
  doubt: 'less' | 'more' | null
}

/**
 * `duties` are the payments that one side owes the other. Only what is beyond the books is new; nothing booked is taken
 * back, and no duty gets more than is left of it.
 */
export function arrivalsOf(duties: readonly Duty[], receivedFen: Fen, now: Instant): Arrivals {
  if (!isFen(receivedFen)) throw new Error('a sum that arrived is a whole number of fen')
  const held = duties
    .filter(({ amountFen }) => amountFen !== null)
    .map((duty) => ({ duty, now: standing(duty, now) }))
  const booked = sumFen(held.map((one) => one.now.paidFen))
  if (receivedFen < booked) return { arrived: [], doubt: 'less' }
  let rest = receivedFen - booked
  const arrived: Arrival[] = []
  for (const one of held.sort((a, b) => dayOf(a.duty) - dayOf(b.duty) || a.duty.no - b.duty.no)) {
    const fen = Math.min(rest, one.now.remainingFen)
    if (fen === 0) continue
    arrived.push({ no: one.duty.no, fen, whole: fen === one.now.remainingFen })
    rest -= fen
  }
  return { arrived, doubt: rest > 0 ? 'more' : null }
}

/** What has no day comes last. */
const dayOf = ({ dueAt }: Duty): number => dueAt ?? Number.MAX_SAFE_INTEGER
