// What whoever tells us of a dispute learns of it.
import type { Filed } from '../../../flows/intake/commands.ts'
import type { Books } from '../../books.ts'
import type { Case } from './case.ts'

export const filed = (books: Books, { row }: Case): Filed => ({
  dispute: row.id,
  number: row.number,
  level: row.level,
  state: row.state,
  contactBy: row.contactBy ?? books.now,
})
