// Who is owed what of an agreement, and has not got it.
import type { Side } from '../../../flows/case.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { dutiesOf, type Held, ledger } from './duty-book.ts'

/**
 * Who is owed something by somebody else. Of what both owe each other nobody knows from the books which of them failed,
 * so neither is told that the other did.
 */
export const entitledTo = ({ row }: Held): readonly Side[] =>
  row.debtor === 'both' || row.creditor === 'both' ? [] : [row.creditor]

/** What is open of what this side is owed: the duties that the ways are about, those whose day is over before the others. */
export async function notKeptFor(books: Books, c: Pick<Case, 'row' | 'vault'>, side: Side): Promise<Held[]> {
  const held = (await dutiesOf(books, c)).filter(
    (one) => entitledTo(one).includes(side) && !['done', 'waived'].includes(one.row.state),
  )
  const late = ledger(books, held).overdue
  const overdue = held.filter(({ row }) => late.includes(row.no))
  return overdue.length > 0 ? overdue : held
}
