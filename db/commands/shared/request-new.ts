// A difficulty that was told of: its number, its key, its promise, and whoever should take it.
import { addWorkingDays, DAY } from '../../../flows/casework/calendar.ts'
import { requestNumber, yearOf } from '../../../flows/casework/number.ts'
import { suggest } from '../../../flows/casework/responsible.ts'
import { spanEnd } from '../../../flows/casework/span.ts'
import { kindInList } from '../../../flows/casework/tables/difficulty.ts'
import type { SourceCode } from '../../../flows/casework/tables/source.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Books } from '../../books.ts'
import { requests } from '../../schema/index.ts'
import { type Asked, type Difficulty, requestSubject, sealWords } from './request.ts'
import { awaitRequest, doesWith, tellOfRequest } from './request-tell.ts'
import { rosterOf } from './roster.ts'

export type NewRequest = {
  source: SourceCode
  address: string | null
  conversation: string | null
  village: string | null
  kind: string | null
  asked: Asked
  name: string | null
  phone: string | null
}

export async function newRequest(books: Books, told: NewRequest): Promise<Difficulty> {
  const { now, station } = books
  const { rulebook } = station
  const year = yearOf(now, rulebook.calendar)
  const [vault, next, roster] = await Promise.all([
    books.newVault(),
    books.nextNumber('request', year),
    rosterOf(books),
  ])
  const { leader } = suggest(roster, { level: 'BLUE', category: 'ND-HP', village: told.village, now })
  const id = books.newId()
  const sealed = (column: 'requests.name' | 'requests.phone', text: string | null) =>
    text === null ? null : vault.seal(column, id, text)
  const [row] = await books.tx
    .insert(requests)
    .values({
      stationId: station.id,
      id,
      number: requestNumber(rulebook.numbering, year, next),
      at: now,
      keyId: vault.keyId,
      source: told.source,
      reporterAddress: told.address,
      conversationId: told.conversation,
      village: told.village,
      kind: kindInList(rulebook.difficulty, told.kind),
      words: sealWords(vault, id, told.asked),
      name: sealed('requests.name', told.name),
      phone: sealed('requests.phone', told.phone),
      leaderId: leader,
      acceptBy: spanEnd(now, rulebook.difficulty.accept, rulebook.calendar),
      promisedBy: addWorkingDays(now, rulebook.difficulty.answerDays, rulebook.calendar),
      state: 'open',
      updatedAt: now,
    })
    .returning()
  const r: Difficulty = { row: row!, vault }
  await awaitRequest(books, r, 'accept', r.row.acceptBy, { times: 0 })
  await awaitPromise(books, r)
  books.audit('request-opened', requestSubject(r), { number: r.row.number, kind: r.row.kind })
  await tellOfRequest(books, r, { roles: ['officer'] }, 'new', doesWith(r))
  return r
}

/** A day before the promise its owner hears of it, and then it is called for until somebody answers or says why not. */
export async function awaitPromise(books: Books, r: Difficulty): Promise<void> {
  const soon = r.row.promisedBy - DAY
  await awaitRequest(books, r, 'promise', soon > books.now ? soon : r.row.promisedBy)
}

/** A new promise, such as the rules give it from this moment. */
export const promiseFrom = ({ now, station: { rulebook } }: Books): Instant =>
  addWorkingDays(now, rulebook.difficulty.answerDays, rulebook.calendar)
