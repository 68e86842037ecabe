// What a notice about a case may show anywhere: number, level, category, village; no names, no story.

import type { CaseGiven } from '../../../flows/case.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { category } from '../../../flows/casework/taxonomy.ts'
import type { CaseFacts } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { categoryOf, type Dispute } from './case.ts'

export const villageName = (books: Books, code: string | null): string | null =>
  books.station.villages.find((one) => one.code === code)?.name ?? null

export const offsetOf = (books: Books): number => books.station.rulebook.calendar.offsetMinutes

export const factsShown = (books: Books, row: Dispute): CaseFacts => ({
  number: row.number,
  level: row.level,
  category: category(categoryOf(row)).name,
  village: villageName(books, row.village),
})

/** What every flow about a case begins with. */
export const caseGiven = (books: Books, row: Dispute): CaseGiven => ({
  dispute: row.id,
  number: row.number,
  rev: row.rev,
  state: row.state as State,
  level: row.level,
  category: row.category,
  categoryName: category(categoryOf(row)).name,
  village: row.village,
  villageName: villageName(books, row.village),
  offset: offsetOf(books),
  station: { name: books.station.name, phone: books.station.phone },
})
