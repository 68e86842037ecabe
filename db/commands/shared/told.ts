// A case as somebody who told of it, or a side of it, may touch it; for anybody else it does not exist.
import type { Refused } from '../../../flows/casework/refusal.ts'
import type { Books } from '../../books.ts'
import { type Case, lockByNumber, lockCase, lockMerged } from './case.ts'
import { ownAddresses, ownOf } from './own-addresses.ts'
import { noSuchCase } from './refusal.ts'
import { partOf } from './sight.ts'

export type Part = 'reporter' | 'A' | 'B'
export type Own = {
  /** The case they know. */
  named: Case
  /** The one that is worked on: another where theirs was merged. */
  c: Case
  part: Part
}

export const ownCase = async (books: Books, dispute: string): Promise<Own | Refused> =>
  own(books, await lockCase(books, dispute))

export const ownByNumber = async (books: Books, number: string): Promise<Own | Refused> =>
  own(books, await lockByNumber(books, number))

async function own(books: Books, named: Case | null): Promise<Own | Refused> {
  const part = named && (await partOf(books, named.row))
  return named && part ? { named, c: await lockMerged(books, named), part } : noSuchCase()
}

/** Whether whoever acts told of it: a report goes on only in the hands of its reporter. */
export async function isReporter(books: Books, { row }: Case): Promise<boolean> {
  const own = ownOf(books, row, await ownAddresses(books))
  return row.reporterAddress !== null && own.includes(row.reporterAddress)
}
