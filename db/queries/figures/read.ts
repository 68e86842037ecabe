// The facts that somebody's figures of a period are counted from.
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { FigureFacts } from '../../../flows/casework/figures/facts.ts'
import type { Period } from '../../../flows/casework/figures/period.ts'
import type { Books } from '../../books.ts'
import { patrols, requests } from '../../schema/index.ts'
import { factMaker } from './case-fact.ts'
import { recordsWithin } from './records.ts'
import type { Scope } from './scope.ts'

/** Reads the year up to the end of the period: what stands there is a part of it. */
export async function figureFacts(books: Books, scope: Scope, { year }: Period): Promise<FigureFacts> {
  const { tx, station } = books
  const [records, told, rounds] = await Promise.all([
    recordsWithin(books, year.from, year.to),
    tx
      .select()
      .from(requests)
      .where(and(eq(requests.stationId, station.id), lte(requests.at, year.to)))
      .orderBy(asc(requests.number)),
    tx
      .select()
      .from(patrols)
      .where(and(eq(patrols.stationId, station.id), inArray(patrols.state, ['open', 'done'])))
      .orderBy(asc(patrols.no)),
  ])
  const fact = factMaker(records)
  return {
    cases: records.cases.filter(scope.counts).map((row) => fact(row, scope.sees(row))),
    requests: told.filter(scope.request).map(({ number, village, at, state, answeredAt }) => ({
      number,
      seen: true,
      village,
      at,
      state,
      answeredAt,
    })),
    patrols: rounds.filter(scope.patrol).map(({ no, openedAt, villages }) => ({ no, openedAt, villages })),
    villages: station.villages.map(({ code, name }) => ({ code, name })),
  }
}
