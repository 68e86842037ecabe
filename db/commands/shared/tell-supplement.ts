// Telling the officer what came of asking both sides about a change.
import type { Does, Notice } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { dutyFacts } from './breach.ts'
import { type Case, stateOf } from './case.ts'
import { tellStaff } from './tell.ts'

type Result = Extract<Notice, { kind: 'supplement' }>['result']

export async function tellSupplement(books: Books, c: Case, duty: number, result: Result): Promise<void> {
  await tellStaff(
    books,
    c,
    { people: [c.row.officerId] },
    (about) => ({ kind: 'supplement', duty, result, ...about }),
    await next(books, c, result),
  )
}

/** Out of a breach a person takes the step; what was not changed may be put again, or recorded on paper. */
async function next(books: Books, c: Case, result: Result): Promise<Does[]> {
  if (result !== 'agreed') return ['duty']
  const { overdueDuties } = await dutyFacts(books, c)
  return stateOf(c.row) === 'BREACHED' && overdueDuties === 0 ? ['move'] : []
}
