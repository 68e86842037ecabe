// The payments of a case as the books have them, and what was confirmed of them added up apart.
import { dutiesOf, ledger } from '../../../db/commands/shared/duty-book.ts'
import type { Row } from '../../../db/database/database.ts'
import { held } from '../case.ts'
import type { Station } from '../station.ts'

export async function dutyRow(station: Station, no: number): Promise<Row> {
  const row = (await station.rows('duties')).find((one) => Number(one.no) === no)
  if (!row) throw new Error(`there is no duty ${no}`)
  return row
}

/** Agreed, recovered and remaining in fen. Fails where the books, the rows and the events do not say the same. */
export async function sums(
  station: Station,
  id: string,
  now: number,
): Promise<{ agreed: number; recovered: number; remaining: number }> {
  const books = await station.does(station.officer.at, now, async (inside) =>
    ledger(inside, await dutiesOf(inside, await held(inside, id))),
  )
  const rows = await station.rows('duties')
  const paid = rows.reduce((sum, row) => sum + Number(row.paid_fen), 0)
  const confirmed = (await station.rows('duty_events'))
    .filter(({ what, proof }) => (what === 'done' || what === 'part') && proof !== null)
    .reduce((sum, row) => sum + Number(row.amount_fen), 0)
  if (paid !== books.recoveredFen || confirmed !== books.recoveredFen)
    throw new Error(`recovered ${books.recoveredFen}, paid ${paid}, confirmed ${confirmed}`)
  return { agreed: books.agreedFen, recovered: books.recoveredFen, remaining: books.remainingFen }
}

/** The rounds that ask after a duty's day. */
export const asking = async (station: Station, no: number): Promise<Row[]> =>
  (await station.rows('rounds')).filter(({ duties }) => (duties as unknown as number[]).includes(no))
