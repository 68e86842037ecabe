// 进度 of a difficulty: where it stands and by when an answer is owed, for whoever asked; and the difficulties they have told of.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { isRequestNumber } from '../../../flows/casework/number.ts'
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Matter } from '../../../flows/core/sitting.ts'
import type { Standing } from '../../../flows/status/commands.ts'
import type { Books } from '../../books.ts'
import { requests } from '../../schema/index.ts'
import { ownAddresses } from './own-addresses.ts'
import { noSuchCase } from './refusal.ts'
import { isOpenRequest, lockRequestByNumber } from './request.ts'

export async function requestStanding(books: Books, number: string): Promise<Standing | Refused> {
  const r = await lockRequestByNumber(books, number)
  const own = r === null ? [] : await ownAddresses(books)
  if (!r || r.row.reporterAddress === null || !own.includes(r.row.reporterAddress)) return noSuchCase()
  const { row } = r
  const open = isOpenRequest(row)
  return {
    // No case: nothing said later is kept as said of one.
    dispute: '',
    number: row.number,
    state: row.disputeId === null ? `request-${row.state}` : 'request-case',
    next: open
      ? { what: 'answer', at: row.promisedBy > books.now ? row.promisedBy : null }
      : { what: 'nothing', at: null },
    officer: row.ownerId === null ? null : ((await books.person(row.ownerId))?.name ?? null),
  }
}

const MOST = 5

/** Newest last, as matters are listed; what became a case is listed as that. */
export async function ownRequests(books: Books, number: string | null): Promise<Matter[]> {
  const own = await ownAddresses(books)
  if (own.length === 0) return []
  if (number !== null && !isRequestNumber(number, books.station.rulebook.numbering)) return []
  const rows = await books.tx
    .select()
    .from(requests)
    .where(and(eq(requests.stationId, books.station.id), inArray(requests.reporterAddress, own)))
    .orderBy(desc(requests.at))
    .limit(MOST)
  return rows
    .filter((row) => row.disputeId === null && (number === null || row.number === number))
    .reverse()
    .map(({ id, number: one }) => ({ dispute: id, number: one }))
}
