// 查进度: where a case stands and what comes next, for those it belongs to.
import { isRequestNumber } from '../../flows/casework/number.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Handler } from '../books.ts'
import { ownAddresses } from './shared/own-addresses.ts'
import { requestStanding } from './shared/request-standing.ts'
import { ownByNumber } from './shared/told.ts'
import { nextFor, stateFor } from './shared/what-next.ts'

/** Nobody has taken it yet, or nobody has it. */
const NOT_YET: readonly State[] = [
  'DRAFT',
  'REPORTED',
  'SCREENING',
  'ACCEPTED',
  'ASSIGNED',
  'MERGED',
  'REJECTED',
]

export const tellStatus: Handler<'tellStatus'> = async (books, { number }) => {
  if (isRequestNumber(number, books.station.rulebook.numbering)) return requestStanding(books, number)
  const found = await ownByNumber(books, number)
  if (isRefused(found)) return found
  const { named, c, part } = found
  const mine = await ownAddresses(books)
  const own = [c, named].some(({ row }) => row.reporterAddress !== null && mine.includes(row.reporterAddress))
  const state = named.row.state === 'MERGED' ? 'MERGED' : stateFor(c, own)
  const officer = NOT_YET.includes(stateFor(c, true)) ? null : c.row.officerId
  return {
    dispute: named.row.id,
    number: named.row.number,
    state,
    next: await nextFor(books, c, part),
    officer: officer === null ? null : ((await books.person(officer))?.name ?? null),
  }
}
