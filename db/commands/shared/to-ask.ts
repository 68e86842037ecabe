// What there is to ask a side about: what was promised and is not done. In the words of the agreement for whoever asks; on a
// card, which may lie about on a locked screen, by number and day alone.
import type { Side } from '../../../flows/case.ts'
import { dayOf } from '../../../flows/casework/calendar.ts'
import type { Promised, ToAsk, VisitGiven } from '../../../flows/visit/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'
import { dutiesOf, type Held } from './duty-book.ts'
import { lastMomentOf } from './waiting.ts'

type Asked = Pick<Case, 'row' | 'vault'>

const isOpen = ({ row }: Held): boolean => row.state !== 'done' && row.state !== 'waived'
const isOf = (who: string, side: Side): boolean => who === side || who === 'both'

/** Numbers and days of what has come due, today's with them. */
export async function dutiesDue(books: Books, c: Asked): Promise<{ no: number; due: number }[]> {
  const until = lastMomentOf(books, dayOf(books.now, books.station.rulebook.calendar))
  return (await dutiesOf(books, c))
    .filter(isOpen)
    .flatMap(({ row: { no, dueAt } }) => (dueAt !== null && dueAt <= until ? [{ no, due: dueAt }] : []))
}

/** Per side what the other one promised it and what it promised itself, and whether a tap may say that all is well. */
export async function toAsk(
  books: Books,
  c: Asked,
  sides: readonly Side[],
): Promise<Required<Pick<VisitGiven, 'asks' | 'well'>>> {
  const open = (await dutiesOf(books, c)).filter(isOpen)
  const asks = sides.map((side): ToAsk => {
    const other = side === 'A' ? 'B' : 'A'
    const theirs = open.filter(({ row }) => isOf(row.debtor, other) && isOf(row.creditor, side))
    const own = open.filter(({ row }) => isOf(row.debtor, side))
    return { side, theirs: theirs.map(promised), own: own.map(promised) }
  })
  return { asks, well: (await dutiesDue(books, c)).length === 0 && !open.some(isDateless) }
}

/** A sum without a day may be due at any time. */
const isDateless = ({ row: { amountFen, dueAt } }: Held): boolean => amountFen !== null && dueAt === null

const promised = ({ row, duty }: Held): Promised => ({
  no: row.no,
  what: duty.what,
  due: row.dueAt,
  remainingFen: row.amountFen === null ? null : Math.max(0, row.amountFen - row.paidFen),
})
