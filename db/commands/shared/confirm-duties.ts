// What a round says of the duties, brought into the book of duties: confirmed by whom they are owed to, never by who owes.
import type { Side } from '../../../flows/case.ts'
import { arrivalsOf } from '../../../flows/casework/arrivals.ts'
import type { Judgement } from '../../../flows/casework/outcome.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { type Case, stateOf, subjectOf } from './case.ts'
import { awaitDuty, dutiesOf, type Held, keepDuty, ledger, writeEvent } from './duty-book.ts'
import { saidIn } from './round-of.ts'
import type { RevisitRow } from './rounds.ts'
import { tellStaff } from './tell.ts'

type Confirming = { judgement: Judgement; halves: readonly RevisitRow[]; roles: readonly Role[] }

/**
 * What the one it is owed to calls done is done, and the money they say has come is booked to the fen; the debtor's word
 * alone changes nothing. Returns what does not fit the books and is for people to look into; nothing is taken back by it.
 */
export async function confirmDuties(
  books: Books,
  c: Case,
  { judgement, halves, roles }: Confirming,
): Promise<Said[]> {
  const before = await dutiesOf(books, c)
  for (const held of before.filter((one) => isConfirmed(one, judgement))) await book(books, c, held, null)
  const { booked, doubts } = await bookArrivals(books, c, halves)
  const called = before.some((one) => isConfirmed(one, judgement))
  if (!called && !booked) return doubts
  const { open } = ledger(books, await dutiesOf(books, c))
  if (open.length > 0 || (judgement.verdict !== 'kept' && !booked) || judgement.verdict === 'danger')
    return doubts
  // An officer takes this step; where nobody of them is here, they are told that it can be taken.
  const facts = { openDuties: 0, performance: 'both-confirmed' as const }
  const refused =
    judgement.verdict !== 'kept' ||
    (await advance(books, c, 'REVISITING', { roles, facts, reason: 'performed' }))
  if (refused && (stateOf(c.row) === 'PERFORMING' || stateOf(c.row) === 'BREACHED'))
    await tellPerformed(books, c)
  return doubts
}

/** What both owe each other is done when both say so: each is named once for what the other did. */
const isConfirmed = ({ row }: Held, { confirms }: Judgement): boolean =>
  confirms.filter((no) => no === row.no).length >= (row.debtor === 'both' ? 2 : 1)

/** `fen` is what has come; null stands for all that is left, and for what is no matter of money. */
async function book(books: Books, c: Case, { row, duty }: Held, fen: number | null): Promise<void> {
  const left = row.amountFen === null ? null : Math.max(0, row.amountFen - row.paidFen)
  const by = duty.creditor === 'A' || duty.creditor === 'B' ? duty.creditor : 'bot'
  const what = fen === null || fen === left ? 'done' : 'part'
  await writeEvent(books, c, row, { what, by, amountFen: fen ?? left, proof: 'creditor' })
  const after = (await dutiesOf(books, c)).find((one) => one.row.id === row.id)
  if (!after) throw new Error('a duty is gone')
  await awaitDuty(books, c, await keepDuty(books, after.row, after.duty), after.duty)
  books.audit('duty', subjectOf(c), { duty: row.no, what, by })
}

const LESS: Said = {
  zh: '说收到的钱比账上已确认的少，请核对凭证',
  en: 'says that less money came than the books confirm: please check the proof',
}
const MORE: Said = {
  zh: '说收到的钱比说好的多，请核对',
  en: 'says that more money came than was agreed: please check',
}
const WHOSE: Said = {
  zh: '说收到了一部分钱，但不清楚是谁付的，请核对后登记',
  en: 'says that some money came, and it is not clear from whom: please check and record it',
}

/** What each side says has come in all, beyond what is booked. */
async function bookArrivals(
  books: Books,
  c: Case,
  halves: readonly RevisitRow[],
): Promise<{ booked: boolean; doubts: Said[] }> {
  const doubts: Said[] = []
  let booked = false
  for (const half of halves) {
    const received = half.state === 'answered' ? (saidIn(books, c, half)?.receivedFen ?? null) : null
    if (received === null) continue
    const owed = (await dutiesOf(books, c)).filter((one) => isPaymentTo(one, half.side))
    if (owed.length === 0) continue
    // The question is about the other side; where a third owes money as well, an answer may mean either.
    if (new Set(owed.map(({ row }) => row.debtor)).size > 1) {
      if (received > owed.reduce((sum, { row }) => sum + row.paidFen, 0)) doubts.push(WHOSE)
      continue
    }
    const { arrived, doubt } = arrivalsOf(
      owed.map(({ duty }) => duty),
      received,
      books.now,
    )
    for (const { no, fen } of arrived) {
      const held = owed.find(({ row }) => row.no === no)
      if (held) await book(books, c, held, fen)
    }
    booked ||= arrived.length > 0
    if (doubt !== null) doubts.push(doubt === 'less' ? LESS : MORE)
  }
  return { booked, doubts }
}

/** Money that is owed to this side by somebody else; of what both owe neither is the one who receives. */
const isPaymentTo = ({ row }: Held, side: Side): boolean =>
  row.amountFen !== null && row.creditor === side && row.debtor !== side && row.debtor !== 'both'

/** Everything promised is done, and whoever recorded the last of it may not say so for the case: the officer may. */
export async function tellPerformed(books: Books, c: Case): Promise<void> {
  const state = stateOf(c.row)
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'next', state, due: null, ...about }),
    ['move'],
  )
}
