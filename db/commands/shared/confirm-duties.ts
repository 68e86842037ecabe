// What a round says of the duties, brought into the book of duties: confirmed by whom they are owed to, never by who owes.
import type { Judgement } from '../../../flows/casework/outcome.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import { advance } from './advance.ts'
import { type Case, stateOf } from './case.ts'
import { awaitDuty, dutiesOf, keepDuty, ledger, writeEvent } from './duty-book.ts'
import { tellStaff } from './tell.ts'

type Confirming = { judgement: Judgement; roles: readonly Role[] }

/** What the one it is owed to calls done is done; the debtor's word alone changes nothing. */
export async function confirmDuties(books: Books, c: Case, { judgement, roles }: Confirming): Promise<void> {
  if (judgement.confirms.length === 0) return
  const held = await dutiesOf(books, c)
  for (const { row, duty } of held.filter((one) => judgement.confirms.includes(one.row.no))) {
    const left = row.amountFen === null ? null : Math.max(0, row.amountFen - row.paidFen)
    const by = duty.creditor === 'A' || duty.creditor === 'B' ? duty.creditor : 'bot'
    await writeEvent(books, c, row, { what: 'done', by, amountFen: left, proof: 'creditor' })
  }
  const after = await dutiesOf(books, c)
  for (const { row, duty } of after.filter((one) => judgement.confirms.includes(one.row.no)))
    await awaitDuty(books, c, await keepDuty(books, row, duty), duty)
  const { open } = ledger(books, after)
  if (open.length > 0 || judgement.verdict !== 'kept') return
  // An officer takes this step; where nobody of them is here, they are told that it can be taken.
  const facts = { openDuties: 0, performance: 'both-confirmed' as const }
  const refused = await advance(books, c, 'REVISITING', { roles, facts, reason: 'performed' })
  if (refused && (stateOf(c.row) === 'PERFORMING' || stateOf(c.row) === 'BREACHED'))
    await tellPerformed(books, c)
}

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
